"""Libraries without a disk: what a spec has of them, and what is wrong with them."""

from collections.abc import Mapping

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.libraries import Libraries
from mapgen.model.library import MAX_LIBRARIES, LibraryFile, LibraryUse
from mapgen.pipeline import Checked, check
from mapgen.source.tree import Source

COMPANY = """\
owners:
  - {id: pay, name: Payments, contact: pay@example.com}
  - {id: it, name: IT}
channels: [Mobile app, Shop]
segments:
  - {id: commuters, name: Commuters}
  - Students
evidence:
  - {id: talks, title: Talks with commuters, kind: interview}
  - {id: survey, title: Yearly survey, kind: survey}
personas:
  - {id: maya, name: Maya Okafor, segment: commuters, evidence: [talks]}
  - {id: tom, name: Tom, segment: Students}
"""


class Shelf:
    """Libraries by name, for one spec after the other; `opened` are the names that were looked up."""

    by_default = False

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = files
        self.opened: list[str] = []
        self.libraries = Libraries(self.find)

    def find(self, name: str, _: str) -> LibraryFile:
        self.opened.append(name)
        text = self.files.get(name)
        if text is None:
            return LibraryFile(name, name, exists=False)
        return LibraryFile(name, name, text.encode() if isinstance(text, str) else text)

    def of(self, source: Source) -> LibraryUse:
        return self.libraries.of(source, source.name)


def checked(spec: str, files: Mapping[str, str | bytes], name: str = "first.journey.yaml") -> Checked:
    return check(f"title: Coffee\n{spec}", name=name, libraries=Shelf(files))


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, str]]:
    return [(one.code, one.span.line if one.span else 0, one.message) for one in found]


def test_a_spec_has_what_it_references_and_no_more() -> None:
    spec = (
        "uses: [c.library.yaml]\nstages: [{name: Pay, owner: Payments, touchpoints: [{name: Pays, channel: shop}]}]\n"
    )

    found = checked(spec, {"c.library.yaml": COMPANY})

    assert found.diagnostics == ()
    assert found.journey
    assert [owner.contact for owner in found.journey.owners] == ["pay@example.com"]
    assert [channel.name for channel in found.journey.channels] == ["Shop"]
    assert (found.journey.personas, found.journey.segments, found.journey.evidence) == ((), (), ())


def test_a_persona_brings_its_segment_and_its_evidence() -> None:
    spec = "uses: [c.library.yaml]\nstages: [{name: Pay, touchpoints: [{name: Pays, personas: [maya]}]}]\n"

    journey = checked(spec, {"c.library.yaml": COMPANY}).journey

    assert journey
    assert [persona.name for persona in journey.personas] == ["Maya Okafor"]
    assert [segment.name for segment in journey.segments] == ["Commuters"]
    assert [evidence.title for evidence in journey.evidence] == ["Talks with commuters"]


def test_an_entry_that_is_only_a_name_means_the_declaration_of_the_library() -> None:
    spec = "uses: [c.library.yaml]\npersonas: [tom, Maya Okafor, Ann]\nstages: [Pay]\n"

    journey = checked(spec, {"c.library.yaml": COMPANY}).journey

    assert journey
    assert [(persona.id, persona.name) for persona in journey.personas] == [
        ("tom", "Tom"),
        ("maya", "Maya Okafor"),
        ("ann", "Ann"),
    ]
    assert [persona.pointer for persona in journey.personas] == ["/personas/0", "/personas/1", "/personas/2"]


def test_a_declaration_of_the_spec_replaces_one_with_the_same_id() -> None:
    spec = "uses: [c.library.yaml]\nowners: [{id: pay, name: Our payments}]\nstages: [{name: Pay, owner: pay}]\n"

    journey = checked(spec, {"c.library.yaml": COMPANY}).journey

    assert journey
    assert [(owner.name, owner.contact) for owner in journey.owners] == [("Our payments", None)]


def test_a_library_replaces_declarations_of_those_that_it_uses() -> None:
    team = "uses: [c.library.yaml]\nowners: [{id: pay, name: Team payments}]\n"
    spec = "uses: [c.library.yaml, team.library.yaml]\nstages: [{name: Pay, owner: pay}]\n"

    journey = checked(spec, {"c.library.yaml": COMPANY, "team.library.yaml": team}).journey

    assert journey
    assert [owner.name for owner in journey.owners] == ["Team payments"]


def test_two_libraries_with_the_same_id_are_an_error_that_names_both_places() -> None:
    files = {"c.library.yaml": COMPANY, "d.library.yaml": "owners:\n  - IT\n"}
    spec = "uses:\n  - c.library.yaml\n  - d.library.yaml\nstages: [Pay]\n"

    place = "on line 3 of c.library.yaml, and on line 2 of d.library.yaml"
    assert told(checked(spec, files).diagnostics) == [
        ("duplicate-id", 4, f'two libraries declare the owner "it": {place}')
    ]
    assert checked(f"{spec}owners: [{{id: it, name: Our IT}}]\n", files).diagnostics == ()


def test_a_library_that_two_others_use_is_there_once() -> None:
    files = {
        "c.library.yaml": COMPANY,
        "a.library.yaml": "uses: [c.library.yaml]\npersonas: [maya]\n",
        "b.library.yaml": "uses: [c.library.yaml]\n",
    }
    spec = "uses: [a.library.yaml, b.library.yaml]\npersonas: [maya]\nstages: [{name: Pay, owner: it}]\n"

    found = checked(spec, files)

    assert found.diagnostics == ()
    assert found.journey
    assert found.journey.personas[0].segment
    assert [one.name for one in found.libraries] == ["a.library.yaml", "c.library.yaml", "b.library.yaml"]


def test_an_unknown_owner_is_compared_with_those_of_libraries() -> None:
    spec = "uses: [c.library.yaml]\nstages: [{name: Pay, owner: paymnts}]\n"

    (found,) = checked(spec, {"c.library.yaml": COMPANY}).diagnostics

    assert (found.code, found.hint) == ("unknown-owner", 'did you mean "pay"?')


def test_an_ambiguous_name_tells_the_library() -> None:
    spec = "uses: [c.library.yaml]\nowners:\n  - {id: p, name: Payments}\nstages: [{name: Pay, owner: payments}]\n"

    (found,) = checked(spec, {"c.library.yaml": COMPANY}).diagnostics

    places = 'the owner "Payments" on line 4 or the owner "Payments" on line 2 of c.library.yaml'
    assert (found.code, found.message) == ("ambiguous-name", f'"payments" can be {places}')
    assert found.hint == "write p or pay"


def test_libraries_that_use_each_other_are_told_as_a_cycle() -> None:
    files = {
        "a.library.yaml": "owners: [IT]\nuses:\n  - b.library.yaml\n",
        "b.library.yaml": "uses: [a.library.yaml]\n",
    }

    found = checked("uses: [a.library.yaml]\nstages: [Pay]\n", files)

    assert found.failed
    assert told(found.diagnostics) == [("broken-library", 2, 'the library "a.library.yaml" has 1 error')]
    assert [(one.name, told(one.diagnostics)) for one in found.libraries] == [
        ("a.library.yaml", [("broken-library", 3, 'the library "b.library.yaml" has 1 error')]),
        (
            "b.library.yaml",
            [
                (
                    "library-cycle",
                    1,
                    "the libraries use each other: a.library.yaml -> b.library.yaml -> a.library.yaml",
                )
            ],
        ),
    ]


def test_an_error_of_a_library_has_its_place_there() -> None:
    files = {"c.library.yaml": "owners:\n  - {id: pay, nam: Payments}\npersonas:\n  - {name: Maya, segment: x}\n"}

    (library,) = checked("uses: [c.library.yaml]\nstages: [Pay]\n", files).libraries

    assert [(code, line) for code, line, _ in told(library.diagnostics)] == [("unknown-key", 2)]


def test_a_reference_of_a_library_leads_to_itself_or_to_one_that_it_uses() -> None:
    files = {"c.library.yaml": "segments: [Students]\npersonas:\n  - {name: Maya, segment: commuters}\n"}

    (library,) = checked("uses: [c.library.yaml]\nstages: [Pay]\n", files).libraries

    assert told(library.diagnostics) == [("unknown-segment", 3, 'unknown segment "commuters"')]


def test_a_library_of_a_journey_is_told_what_it_can_hold() -> None:
    (library,) = checked("uses: [c.library.yaml]\nstages: [Pay]\n", {"c.library.yaml": "title: Coffee\n"}).libraries

    assert [(code, line) for code, line, _ in told(library.diagnostics)] == [("unknown-key", 1)]


def test_an_empty_library_declares_nothing() -> None:
    found = checked("uses: [c.library.yaml]\nstages: [Pay]\n", {"c.library.yaml": "# later\n"})

    assert not found.failed
    assert [told(one.diagnostics) for one in found.libraries] == [[("empty-file", 1, "the library is empty")]]


def test_windows_line_endings_and_names_in_any_script_work() -> None:
    files = {"共有.library.yaml": "owners:\r\n  - 日本\r\n  - {id: équipe, name: Équipe}\r\n".encode()}
    spec = "uses: [共有.library.yaml]\nstages: [{name: Pay, owner: 日本, contributors: [équipe]}]\n"

    found = checked(spec, files)

    assert found.diagnostics == ()
    assert found.journey
    assert [owner.id for owner in found.journey.owners] == ["日本", "équipe"]


def test_a_name_that_leads_nowhere_is_told_at_its_line() -> None:
    found = checked("uses:\n  - c.library.yaml\n  - notes.yaml\nstages: [Pay]\n", {})

    assert told(found.diagnostics) == [
        ("unknown-library", 3, 'no library "c.library.yaml"'),
        ("unusable-library", 4, '"notes.yaml" is not the name of a library'),
    ]


def test_there_is_a_limit_to_libraries_also_where_each_uses_the_next() -> None:
    files = {f"{number}.library.yaml": f"uses: [{number + 1}.library.yaml]\n" for number in range(10_000)}

    found = checked("uses: [0.library.yaml]\nstages: [Pay]\n", files)

    assert found.failed
    assert len(found.libraries) <= MAX_LIBRARIES + 2


def test_many_specs_read_a_library_once() -> None:
    shelf = Shelf({"c.library.yaml": COMPANY})
    text = "title: A\nuses: [c.library.yaml]\nstages: [{name: Pay, owner: it}]\n"

    libraries = {id(check(text, name=f"{number}.yaml", libraries=shelf).libraries[0]) for number in range(200)}

    assert len(libraries) == 1


def test_a_spec_without_its_folder_finds_no_library() -> None:
    found = check("title: A\nuses: [c.library.yaml]\nstages: [Pay]\n", name="a")

    assert told(found.diagnostics) == [
        ("unusable-library", 2, '"c.library.yaml" cannot be used: the spec is checked without other files')
    ]
