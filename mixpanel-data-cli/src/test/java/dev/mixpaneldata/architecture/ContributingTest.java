package dev.mixpaneldata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * CONTRIBUTING names every file that an operation and a report are made of: those that speak of its
 * example are those in its table.
 */
class ContributingTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| `([\\w/]+\\.java)` \\|");

  @Test
  void toAddAnOperation() {
    assertThat(listed("### To add an operation"))
        .isEqualTo(speakingOf("\\bCohortRequest\\b|\\bCohortDetails\\b|\"get_cohort\""));
  }

  @Test
  void toAddAReport() {
    assertThat(listed("### To add a report"))
        .isEqualTo(
            speakingOf(
                "\\bFrequency(Request|Result|Report|Reader)\\b|\\bFREQUENCY\\b"
                    + "|entry\\(\\s*\"frequency\"|/retention/addiction"));
  }

  private static Set<String> listed(String heading) {
    String page = read(ROOT.resolve("CONTRIBUTING.md"));
    String section = page.substring(page.indexOf(heading) + heading.length());
    Matcher row = ROW.matcher(section.substring(0, section.indexOf("\n###")));
    Set<String> files = new TreeSet<>();
    while (row.find()) {
      files.add(
          "mixpanel-data-%s/src/main/java/dev/mixpaneldata/%s"
              .formatted(row.group(1), row.group(2)));
    }
    return files;
  }

  private static Set<String> speakingOf(String pattern) {
    Pattern words = Pattern.compile(pattern);
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
          // The tools of another server, which has its own names and gets no more.
          .filter(file -> !file.toString().contains("/mcp/klavis/"))
          .filter(file -> !file.startsWith(ROOT.resolve("benchmarks")))
          .filter(file -> words.matcher(read(file)).find())
          .map(file -> ROOT.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
