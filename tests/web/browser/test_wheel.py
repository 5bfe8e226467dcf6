import re
import subprocess
import sys
import zipfile

import pytest

from avowed.web import pages
from tests.web.browser.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_wheel_holds_the_pages_so_that_pip_alone_installs_the_desk(tmp_path):
    assert pages.built(), "run `make desk` first"
    asked = [sys.executable, "-m", "pip", "-q", "wheel", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(asked, check=True, capture_output=True, timeout=240)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as held:
        names = set(held.namelist())
        document = held.read("avowed/web/static/index.html").decode()
    named = re.findall(r'(?:src|href)="/(assets/[^"]+)"', document)
    assert len(named) >= 2
    assert {f"avowed/web/static/{name}" for name in named} <= names
    assert any(re.search(r"static/assets/countries-\w+-.*\.json$", name) for name in names), "outlines of countries"
