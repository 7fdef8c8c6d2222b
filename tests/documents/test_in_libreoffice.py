"""Every journey's Word file opened in another program: its pages, its words and its foot."""

import re
import subprocess

import pytest

from testimony_app.domain.speaking import speaking_seconds
from tests.journeys.journeys import NAMES, REFERENCE, travel
from tests.needed import programs

TWO_MINUTES = 120


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of each reference file as LibreOffice lays them out, as text."""
    programs("soffice", "pdftotext")
    folder = tmp_path_factory.mktemp("pdf")
    files = [str(REFERENCE / f"{name}.docx") for name in NAMES]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True)
    return {name: _text(folder / f"{name}.pdf").split("\f")[:-1] for name in NAMES}


def _text(path):
    command = ["pdftotext", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_two_minutes_fit_on_one_page(pages):
    testimony = travel("three-points").testimony
    assert 0.8 * TWO_MINUTES < speaking_seconds(testimony.text, "en") < 1.1 * TWO_MINUTES
    assert len(pages["three-points"]) == 1


def test_one_page_has_no_number_and_a_second_one_says_which_it_is(pages):
    assert not re.search(r"Page \d", pages["three-points"][0])
    first, second = pages["two-pages-in-many-scripts"]
    assert not re.search(r"Page \d", first)
    assert "Page 2 of 2" in second


@pytest.mark.parametrize("name", NAMES)
def test_every_page_bears_the_reference(pages, name):
    assert pages[name]
    for page in pages[name]:
        assert "T-7K3MQ2P. Replaces T-4QX2W9H" in page


@pytest.mark.parametrize("name", [name for name in NAMES if name != "two-pages-in-many-scripts"])
def test_every_word_is_there_in_its_order(pages, name):
    read = " ".join(pages[name]).split()
    place = 0
    for section in travel(name).testimony.sections:
        for word in section.text.split():
            place = next(at for at in range(place, len(read)) if read[at].startswith(word)) + 1
