"""Printing through a real print service: the page arrives as it was made, and the job's name tells nothing."""

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.services.printing import PERSONAL_PRINTING, Printer, Printing, PrintPolicy

PAGE = b"%PDF-1.7\n" + bytes(range(256)) * 900 + b"\n%%EOF\n"


def refused(work):
    with pytest.raises(PersonError) as error:
        work()
    return error.value


def test_the_page_is_printed_byte_for_byte(print_service):
    job = Printing().print_pdf(PAGE, "Reading_Room", 2)
    assert print_service.page() == (PAGE, "Document", 2)
    assert job in print_service.jobs()


@pytest.mark.usefixtures("print_service")
def test_the_systems_own_choice_comes_first():
    first, second = Printing().printers()
    assert (first, second) == (Printer("Reading_Room", is_default=True), Printer("Locked_Room", is_default=False))


def test_a_policy_fixes_printer_name_and_copies(print_service):
    printing = Printing(PrintPolicy(queue="Reading_Room", job_title="Document 4821", most_copies=3))
    assert [each.name for each in printing.printers()] == ["Reading_Room"]
    printing.print_pdf(PAGE, "Reading_Room", 40)
    assert print_service.page()[1:] == ("Document 4821", 3)
    assert refused(lambda: printing.print_pdf(PAGE, "Locked_Room", 1)).code == "printer_gone"


@pytest.mark.usefixtures("print_service")
def test_a_printer_that_takes_nothing_says_why():
    error = refused(lambda: Printing().print_pdf(PAGE, "Locked_Room", 1))
    assert error.code == "printer_refused"
    assert "not accepting" in error.parameters["answer"]


@pytest.mark.usefixtures("print_service")
def test_a_printer_that_is_gone_is_told():
    assert refused(lambda: Printing().print_pdf(PAGE, "Gone", 1)).code == "printer_gone"
    assert refused(lambda: Printing().print_pdf(PAGE, "-h evil", 1)).code == "printer_gone"


def test_a_service_that_is_gone_is_told(print_service):
    print_service.stop()
    assert refused(lambda: Printing().print_pdf(PAGE, "Reading_Room", 1)).code == "print_service_missing"


def test_without_a_print_service_it_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(Printing().printers).code == "print_service_missing"
    assert PERSONAL_PRINTING.queue == ""
