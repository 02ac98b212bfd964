package dev.mixpaneldata.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentedExpressionsTest {
  private static final Pattern BLOCK = Pattern.compile("```expression\n(.*?)```", Pattern.DOTALL);

  @Test
  void theExamplesOfThePageAreCanonical() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "expressions.md"));
    List<String> examples =
        BLOCK
            .matcher(page)
            .results()
            .map((MatchResult block) -> block.group(1))
            .flatMap(String::lines)
            .toList();
    assertThat(examples)
        .hasSizeGreaterThan(5)
        .allSatisfy(text -> assertThat(Expression.parse(text).text()).isEqualTo(text));
  }

  @Test
  void thePageNamesEveryFunction() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "expressions.md"));
    assertThat(FunctionName.values())
        .allSatisfy(function -> assertThat(page).contains(function.word()));
  }
}
