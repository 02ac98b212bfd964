package dev.mixpaneldata.cli.man;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.man.ManPage.Block;
import dev.mixpaneldata.cli.man.ManPage.Item;
import dev.mixpaneldata.cli.man.ManPage.Lines;
import dev.mixpaneldata.cli.man.ManPage.Paragraph;
import dev.mixpaneldata.cli.man.ManPage.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoffTest {
  @Test
  void aPageHasTheTitleOfItsChapter() {
    assertThat(Roff.write(new ManPage("mp-try", List.of()), "mp 1.2.3", "2026-01-31"))
        .isEqualTo(
            ".TH \"MP\\-TRY\" \"1\" \"2026-01-31\" \"mp 1.2.3\" \"Manual of mp\"\n.nh\n.ad l\n");
  }

  @Test
  void whatIsCopiedFromAPageIsWhatWasWritten() {
    assertThat(written(new Lines(List.of("mp -q 'a\"b' `c` ~/x^2 \\n"))))
        .isEqualTo(".nf\nmp \\-q \\(aqa\\(dqb\\(aq \\(gac\\(ga \\(ti/x\\(ha2 \\(rsn\n.fi\n");
  }

  @Test
  void noLineOfTextBeginsAMacro() {
    assertThat(written(new Lines(List.of(".mode table", "'quoted'"))))
        .isEqualTo(".nf\n\\&.mode table\n\\(aqquoted\\(aq\n.fi\n");
    assertThat(written(new Paragraph(Text.plain(".db is one. 'Two'.\n.three"))))
        .isEqualTo("\\&.db is one.\n\\(aqTwo\\(aq.\n\\&.three\n");
  }

  @Test
  void lettersBeyondAsciiHaveTheirNumber() {
    assertThat(written(new Paragraph(Text.plain("day=2026/… é 😀"))))
        .isEqualTo("day=2026/\\[u2026] \\[u00E9] \\[u1F600]\n");
  }

  @Test
  void aTermStaysOnOneLineAndItsFacesEnd() {
    Text term = Text.bold("--where").glued(Text.plain("=")).glued(Text.underlined("EXPRESSION"));
    assertThat(written(new Item(term, Text.plain("Only these."))))
        .isEqualTo(".TP\n\\fB\\-\\-where\\fR=\\fIEXPRESSION\\fR\nOnly these.\n");
  }

  @Test
  void longTextIsCutBetweenWords() {
    String text = written(new Paragraph(Text.plain("twelve-chars ".repeat(40))));
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeBetween(60, 80));
  }

  private static String written(Block block) {
    ManPage page = new ManPage("x", List.of(new Section("T", List.of(block))));
    String roff = Roff.write(page, "mp", "2026-01-31");
    String start = ".SH \"T\"\n";
    return roff.substring(roff.indexOf(start) + start.length());
  }
}
