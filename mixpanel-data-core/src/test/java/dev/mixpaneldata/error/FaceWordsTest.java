package dev.mixpaneldata.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library speaks to callers of any face: it names no option, no command and no tool. */
class FaceWordsTest {
  /** The strings, the text blocks and the comments of a source. */
  private static final Pattern TEXT =
      Pattern.compile(
          "\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)'|/\\*.*?\\*/|//[^\\n]*",
          Pattern.DOTALL);

  /**
   * The option of the JVM that starts the process for SQL, and the variables of style sheets,
   * belong to no face.
   */
  private static final Pattern FACE_WORD =
      Pattern.compile(
          "(?<!var\\()--(?!enable-native-access=|[a-z0-9]+:)[a-z]|\\bmp (?:fetch|query|inspect|auth|sync|export|cohorts|shell|mcp)\\b"
              + "|\\b(?:same|the) command\\b(?! line)|\\bas inspect \\w+ lists");

  @ParameterizedTest
  @ValueSource(strings = {"mixpanel-data-core", "mixpanel-data-storage"})
  void noTextNamesAnOptionOrACommand(String module) throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    try (Stream<Path> sources = Files.walk(Path.of("..", module, "src", "main", "java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        files++;
        faceWords(read(source)).forEach(words -> found.add(source.getFileName() + ": " + words));
      }
    }
    assertThat(files).isGreaterThan(50);
    assertThat(found).isEmpty();
  }

  @Test
  void whatTheTestLooksForIsFound() {
    assertThat(faceWords("x(\"Add to it with --append.\"); i--; y = a --b;")).hasSize(1);
    assertThat(faceWords("/** See {@code mp fetch events}. */ char c = '\"'; // mp sync"))
        .hasSize(2);
    assertThat(faceWords("s(\"\"\"\n  mp inspect tables\"\"\")")).hasSize(1);
    assertThat(faceWords("i--; mp.fetch(a --b);")).isEmpty();
  }

  private static List<String> faceWords(String source) {
    List<String> found = new ArrayList<>();
    Matcher text = TEXT.matcher(source);
    while (text.find()) {
      if (FACE_WORD.matcher(text.group()).find()) {
        found.add(text.group());
      }
    }
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
