package dev.mixpaneldata.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.testing.RandomCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The printer and the parser against each other. */
class PrintAndParsePropertyTest {
  @Test
  void theTextOfATreeIsReadAsTheSameTree() {
    RandomCases.check(
        RandomCases.USUAL,
        draws -> {
          Expression tree = new RandomTrees(draws).tree(draws.between(1, 7));
          assertThat(Expression.parse(tree.text())).isEqualTo(tree);
        });
  }

  @Test
  void noParenthesesCanBeTakenAway() {
    RandomCases.check(
        RandomCases.USUAL,
        draws -> {
          Expression tree = new RandomTrees(draws).tree(4);
          String text = tree.text();
          for (int open = 0; open < text.length(); open++) {
            int close = groupEnd(text, open);
            if (close > 0) {
              String shorter =
                  text.substring(0, open)
                      + text.substring(open + 1, close)
                      + text.substring(close + 1);
              assertThat(readOrNull(shorter)).as(shorter).isNotEqualTo(tree);
            }
          }
        });
  }

  @Test
  void anyDamageIsReadOrRefusedWithAPlace() {
    RandomCases.check(
        RandomCases.USUAL,
        draws -> {
          StringBuilder text = new StringBuilder(new RandomTrees(draws).tree(4).text());
          for (int i = draws.nextInt(4); i >= 0; i--) {
            int at = draws.nextInt(text.length() + 1);
            if (draws.nextBoolean() && at < text.length()) {
              text.deleteCharAt(at);
            } else {
              text.insert(at, "\"\\'()[],=!<>&|. andortx1-+$\n😀".charAt(draws.nextInt(29)));
            }
          }
          try {
            Expression read = Expression.parse(text.toString());
            assertThat(Expression.parse(read.text())).isEqualTo(read);
            assertThat(Expression.parse(read.text()).text()).isEqualTo(read.text());
          } catch (MixpanelDataException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
            assertThat(e).hasMessageContaining("at character ").hasMessageContaining("^");
            assertThat(e.hint()).isPresent();
          }
        });
  }

  /** The end of a group that is no call, or 0; the parentheses of strings do not count. */
  private static int groupEnd(String text, int open) {
    boolean quoted = false;
    int depth = 0;
    boolean group = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (quoted) {
        if (character == '\\') {
          i++;
        } else if (character == '"') {
          quoted = false;
        }
      } else if (character == '"') {
        quoted = true;
      } else if (i == open && character == '(') {
        group = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
        depth = 1;
      } else if (group && character == '(') {
        depth++;
      } else if (group && character == ')') {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return 0;
  }

  private static @Nullable Expression readOrNull(String text) {
    try {
      return Expression.parse(text);
    } catch (MixpanelDataException e) {
      return null;
    }
  }
}
