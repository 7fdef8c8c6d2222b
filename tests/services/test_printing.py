"""Printing through a real print service: the page arrives as it was made, and the job's name tells nothing."""

import os

import pytest

from testimony_app.domain.errors import PersonError
from testimony_app.services.printing import PERSONAL_PRINTING, Printer, Printing, PrintPolicy
from tests.services import print_service

PAGE = b"%PDF-1.7\n" + bytes(range(256)) * 900 + b"\n%%EOF\n"


@pytest.fixture
def service(tmp_path, monkeypatch):
    if lacks := print_service.missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"missing: {lacks}")
    if os.geteuid() != 0:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("a print service of its own needs root")
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)  # the service's own user looks into them
    service = print_service.PrintService(tmp_path / "cups")
    monkeypatch.setenv("CUPS_SERVER", service.environment["CUPS_SERVER"])
    yield service
    service.close()


def refused(work):
    with pytest.raises(PersonError) as error:
        work()
    return error.value


def test_the_page_is_printed_byte_for_byte(service):
    job = Printing().print_pdf(PAGE, "Reading_Room", 2)
    assert service.page() == (PAGE, "Document", 2)
    assert job in service.jobs()


@pytest.mark.usefixtures("service")
def test_the_systems_own_choice_comes_first():
    first, second = Printing().printers()
    assert (first, second) == (Printer("Reading_Room", is_default=True), Printer("Locked_Room", is_default=False))


def test_a_policy_fixes_printer_name_and_copies(service):
    printing = Printing(PrintPolicy(queue="Reading_Room", job_title="Document 4821", most_copies=3))
    assert [each.name for each in printing.printers()] == ["Reading_Room"]
    printing.print_pdf(PAGE, "Reading_Room", 40)
    assert service.page()[1:] == ("Document 4821", 3)
    assert refused(lambda: printing.print_pdf(PAGE, "Locked_Room", 1)).code == "printer_none"


@pytest.mark.usefixtures("service")
def test_a_printer_that_takes_nothing_says_why():
    error = refused(lambda: Printing().print_pdf(PAGE, "Locked_Room", 1))
    assert error.code == "printer_refused"
    assert "not accepting" in error.parameters["answer"]


@pytest.mark.usefixtures("service")
def test_a_printer_that_is_gone_is_told():
    assert refused(lambda: Printing().print_pdf(PAGE, "Gone", 1)).code == "printer_none"
    assert refused(lambda: Printing().print_pdf(PAGE, "-h evil", 1)).code == "printer_none"


def test_a_service_that_is_gone_is_told(service):
    service.stop()
    assert refused(lambda: Printing().print_pdf(PAGE, "Reading_Room", 1)).code == "print_service_missing"


def test_without_a_print_service_it_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(Printing().printers).code == "print_service_missing"
    assert PERSONAL_PRINTING.queue == ""
