"""A council that asks how to reach people. The one that is shipped is not known to."""

from pathlib import Path

BODY = "asking-council"
_SHIPPED = Path(__file__).parent.parent / "resources" / "bodies" / "minneapolis-city-council.toml"
_ANSWER = '[asks_for.{kind}]\nvalue = true\nsource = "city-pages"\nchecked_on = "2026-11"\n\n'


def add_asking_body(folder, *kinds):
    """Put a council into a folder of bodies that asks for some of `address`, `email` and `phone`."""
    text = _SHIPPED.read_text(encoding="utf-8").replace('id = "minneapolis-city-council"', f'id = "{BODY}"')
    before, _, rest = text.partition("[asks_for.address]")
    after = rest[rest.index("[asks_for.position]") :]
    asked = "".join(_ANSWER.format(kind=kind) for kind in kinds)
    unknown = "" if "address" in kinds else '[asks_for.address]\nvalue = "unknown"\nchecked_on = "2026-11"\n\n'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{BODY}.toml").write_text(f"{before}{asked}{unknown}{after}", encoding="utf-8")
