package dev.mixpaneldata.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CONTRIBUTING's section on style names words that no user reads. They occur in no text of the
 * product's code, from which helps, summaries, tools, hints and errors are made, and on no page.
 */
class PlainWordsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern PRODUCT =
      Pattern.compile(
          "\\.\\./mixpanel-data-(core|storage|bridge|mcp|ui|cli)/src/main/java/.*\\.java");

  /** "Tell the user" and "tell me" are instructions of prompts, and "There is no" is plain. */
  private static final Pattern AVOIDED =
      Pattern.compile(
          "\\b(?:if not said|told|tells?(?! the user| me\\b)|shall|anew|likewise|mend|whatever"
              + "|commonest|so many|(?:go|goes|going|gone) on"
              + "|(?<!there )(?:is|are|be) no(?! longer| more)|(?:is|are) none)\\b",
          Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC if not said",
        "which is no number of megabytes",
        "It goes on at noon",
        "At most so many rows",
        "Read it anew."
      })
  void theseAreAvoided(String text) {
    assertThat(avoided(text)).hasSize(1);
  }

  @Test
  void textsOfTheCodeUseNone() throws IOException {
    assertThat(texts().stream().flatMap(text -> avoided(text).stream())).isEmpty();
  }

  @Test
  void pagesUseNone() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path page : files("\\.\\./(README|docs/.*)\\.md")) {
      avoided(Files.readString(page)).forEach(word -> found.add(page + ": " + word));
    }
    assertThat(found).isEmpty();
  }

  /** Returns all literals of several words, which are those that people can read. */
  private static List<String> texts() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> texts = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  null,
                  null,
                  manager.getJavaFileObjectsFromPaths(files(PRODUCT.pattern())));
      for (CompilationUnitTree unit : task.parse()) {
        new Literals(texts).scan(unit, null);
      }
    }
    assertThat(texts).hasSizeGreaterThan(1000);
    return texts;
  }

  private static List<String> avoided(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = AVOIDED.matcher(text);
    while (matcher.find()) {
      int end = Math.min(text.length(), matcher.end() + 40);
      found.add(text.substring(Math.max(0, matcher.start() - 40), end));
    }
    return found;
  }

  private static List<Path> files(String pattern) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().matches(pattern)).toList();
    }
  }

  /** The literals of a file with a space in them. */
  private static final class Literals extends TreeScanner<Void, Void> {
    private final List<String> texts;

    Literals(List<String> texts) {
      this.texts = texts;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void unused) {
      if (literal.getValue() instanceof String text && text.strip().contains(" ")) {
        texts.add(text);
      }
      return super.visitLiteral(literal, unused);
    }
  }
}
