"""What can be wrong with clause text: each rule with its sentence and its cure, in one table."""

from __future__ import annotations

FAULTS: dict[str, tuple[str, str]] = {
    # lines
    "empty-text": ("the text is empty", "write at least one sentence"),
    "long-line": (
        "the line has {length} characters, and is read to its {most}th",
        "write one sentence a line",
    ),
    "tab": ("a tab stands in the line", "use spaces: two before a bullet, four beneath it"),
    "invisible-character": ("the invisible character {code} stands in the line", "delete it"),
    "odd-indent": (
        "the line starts where nothing may start",
        "a clause starts at the margin, a bullet after two or four spaces, "
        "and a further sentence of a bullet stands under its first word",
    ),
    "bullet-depth": (
        "the bullet has no place at this depth",
        "bullets go two levels deep: two spaces, then four beneath a bullet of two",
    ),
    "bullet-form": ("the bullet is not spelled so", "write `-`, one space and its words"),
    "no-blank-line": (
        "text follows a list or table without a blank line",
        "leave a blank line for a new clause, or indent the sentence to keep it in the bullet",
    ),
    "typed-number": (
        "the number `{number}` is typed",
        "leave it out: clauses and bullets are numbered when the agreement is drafted",
    ),
    "mark-at-line-start": (
        "a line may not start with `{mark}`",
        "start the line with a word; bullets are two spaces, `-` and a space",
    ),
    # guards, joins, labels
    "guard-alone": ("the guard has no text", "write the text it governs on the same line"),
    "guard-inside": ("a guard stands inside the line", "put it at the start of the line"),
    "guard-spacing": ("no space follows the guard", "put one space after `}}`"),
    "guard-form": (
        "`{words}` is no guard",
        "write `{{if condition}}`, `{{if @topic}}`, `{{flush}}` "
        "or `{{for each record in list where condition}}`",
    ),
    "flush-place": ("`{{flush}}` does not belong here", "put it at the start of a clause's block"),
    "too-deep": ("more than 8 guards govern this", "split the text or make a fact"),
    "not-a-list": ("`{name}` is no list of records", "name a question of type list"),
    "name-taken": ("`{name}` is a name already", "call the record otherwise"),
    "join-form": (
        "`{{{join}}}` is no join here",
        "end the lead with `: {{{join}}}`, then its label if it has one",
    ),
    "join-without-list": ("a list is announced and none follows", "write bullets beneath"),
    "typed-stop": (
        "a bullet under a join types its own ending",
        "leave it out: the join writes the stops and the connectives",
    ),
    "long-item": (
        "a bullet under a join has a second sentence",
        "give it a bullet of its own, or leave the join out and write full sentences",
    ),
    "unfinished-sentence": (
        "the sentence has no end mark",
        "write one full sentence a line; end a lead with `: {{and}}` or `: {{or}}` "
        "if its bullets complete it",
    ),
    "empty-sentence": ("the line has no words", "write a sentence, or delete the line"),
    "label-form": (
        "`{words}` is no label here",
        "end the last line of a clause or bullet with ` {{#id}}`, in lower-case letters",
    ),
    "label-twice": ("the label `{label}` stands twice in this text", "rename one of them"),
    # inside a sentence
    "unclosed": ("`{mark}` is never closed", "close it on the same line, or type `\\{mark}`"),
    "stray-mark": ("`{mark}` stands alone", "type `\\{mark}` if the mark itself is meant"),
    "single-bracket": (
        "`[` opens no reference",
        "write `[@topic]`, or `\\[` if the mark itself is meant",
    ),
    "single-star": (
        "`*` opens no term",
        "write `**Term**` round plain words, or `\\*` if the mark itself is meant",
    ),
    "blank-form": (
        "`{words}` is no blank, use or choice",
        "names are lower-case with `_`; a use of a term starts with a capital",
    ),
    "reference-form": (
        "`{words}` is no target",
        "write `@topic`, `@topic.label` or `@.label`, several with `, ` between",
    ),
    "stuck-to-blank": (
        "letters are stuck to a blank",
        "an answer takes no 's and no plural: turn the sentence (`the licence of {{licensor}}`)",
    ),
    "unknown-name": (
        "nothing is called `{name}`",
        "only a record, a reference or a party has fields",
    ),
    "unprintable": ("`{name}` is {sort} and prints no words", "use `{{if …}}` or `{{choose …}}`"),
    "unknown-format": ("no format is called `{name}`", ""),
    # choices, places, tables
    "choice-form": (
        "the choice cannot be read",
        "write `{{choose question: value -> words | value, value -> words}}`",
    ),
    "choice-nested": (
        "{what} stands inside a choice",
        "a choice holds words, blanks, references and uses of terms only",
    ),
    "choice-subject": (
        "`{name}` is {sort}: no choice can be made by it",
        "choose by a choice, a yes/no or a whole number",
    ),
    "choice-unknown-value": ("`{value}` is no value of `{name}`", ""),
    "choice-value-twice": ("`{value}` has two cases", "keep one of them"),
    "choice-gap": ("the choice has no words for {values}", "add a case for each"),
    "place-form": (
        "`{words}` stands in the wrong place",
        "`{{place surviving-clauses}}` stands inside a sentence, "
        "every other `{{place …}}` alone in its block",
    ),
    "place-as": ("nothing is placed as `{words}`", "signatures are placed as {known}"),
    "table-form": (
        "the table cannot be read",
        "write `{{table record in list}}` alone on its line and beneath it, one a line, "
        "two spaces in, `Heading: words`; or `{{table}}` and beneath it, two spaces in, "
        "the headings and then each row, with ` | ` between cells and no cell empty",
    ),
}
