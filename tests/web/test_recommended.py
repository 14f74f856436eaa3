"""The web form's page of what is recommended."""

from support.visitor import HIDDEN, TOKEN


class DescribeTheRecommendations:
    """What a draft fills in is shown with its reasons, and confirmed by a name."""

    PAGE = "recommended"

    def it_shows_each_with_its_reason(self, visitor):
        page = visitor.words(self.PAGE)
        assert "How long does a party have to cure a breach?" in page
        assert "30 days, because it is usual" in page
        assert "that nobody confirmed" in visitor.words("")

    def it_is_confirmed_by_section_with_who_and_when(self, visitor, saved):
        assert visitor.send(self.PAGE, by="General Counsel", section="ending").status_code == 303
        assert saved()["answers"]["cure_time"] == "30 days"
        given = saved()["given"]["cure_time"]
        assert (given["by"], given["how"]) == ("General Counsel", "taken")
        assert "payment_time" not in saved()["answers"]
        assert "How long does a party have to cure" not in visitor.words(self.PAGE)

    def it_is_confirmed_whole(self, visitor, saved):
        assert visitor.send(self.PAGE, by="General Counsel", section="all").status_code == 303
        assert {"cure_time", "payment_time"} <= saved()["answers"].keys()
        assert "Nothing is left to confirm" in visitor.words(self.PAGE)

    def it_needs_a_name(self, visitor, saved):
        reply = visitor.send(self.PAGE, by=" ", section="all")
        assert (reply.status_code, "Enter who confirms" in reply.text) == (422, True)
        assert saved()["answers"] == {}

    def it_writes_down_only_what_was_shown(self, visitor, saved):
        page = visitor.open(self.PAGE)
        token, seen = TOKEN.search(page.text)[1], HIDDEN.search(page.text)[2]
        visitor.answer("collaboration_model", "tactical")
        reply = visitor.browser.post(f"{visitor.deal}/{self.PAGE}", data={
            "token": token, "seen": seen, "by": "General Counsel", "section": "all"})  # fmt: skip
        assert (reply.status_code, "changed meanwhile" in reply.text) == (409, True)
        assert saved()["answers"].keys() == {"collaboration_model"}

    def it_knows_no_other_section(self, visitor):
        assert visitor.send(self.PAGE, by="General Counsel", section="none").status_code == 404
