package dev.mixpaneldata.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.json.Mappers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void whatSteersATerminalIsEscaped() {
    assertThat(Visible.line("a\u001b]0;PWNED\u0007\u001b[2Jb"))
        .isEqualTo("a\\u001b]0;PWNED\\u0007\\u001b[2Jb");
    assertThat(Visible.line("\u009b31m\u202etxt\r\nnext\tx"))
        .isEqualTo("\\u009b31m\\u202etxt\\r\\nnext\\tx");
    assertThat(Visible.lines("one\n\ttwo\r\n")).isEqualTo("one\n\ttwo\\r\n");
  }

  @Test
  void whatPeopleReadStays() {
    String text = "Käufe “日本語” 👩‍💻 ‌ עברית \u00a0 \\ \"";
    assertThat(Visible.line(text)).isSameAs(text);
  }

  @Test
  void invisibleLettersThatModelsReadAreEscaped() {
    String tags =
        IntStream.range(0xE0020, 0xE0080)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    assertThat(Visible.line(tags)).matches("(\\\\u[0-9a-f]{4})+");
  }

  /**
   * Everything that Unicode calls a control or a mark of direction, and nothing that has a shape.
   */
  @Test
  void noControlAndNoMarkOfDirectionIsLeft() {
    for (int c = 0; c < 0x10000; c++) {
      byte direction = Character.getDirectionality(c);
      boolean turns =
          direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
              && direction <= Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE;
      if (Character.isISOControl(c) || turns) {
        assertThat(Visible.line(Character.toString(c))).as("U+%04X", c).startsWith("\\");
      }
    }
  }

  @Test
  void jsonStaysJsonWithTheSameMeaning() {
    String json = Mappers.json().createObjectNode().put("a\u202e", "\u0085\u001b\n😀").toString();
    assertThat(Mappers.read(Visible.lines(json))).isEqualTo(Mappers.read(json));
  }
}
