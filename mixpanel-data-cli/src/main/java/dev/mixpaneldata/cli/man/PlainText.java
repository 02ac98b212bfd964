package dev.mixpaneldata.cli.man;

import dev.mixpaneldata.cli.man.ManPage.Block;
import dev.mixpaneldata.cli.man.ManPage.Item;
import dev.mixpaneldata.cli.man.ManPage.Lines;
import dev.mixpaneldata.cli.man.ManPage.Paragraph;
import dev.mixpaneldata.cli.man.ManPage.Section;
import dev.mixpaneldata.cli.man.ManPage.Synopsis;
import dev.mixpaneldata.cli.man.Text.Piece;
import dev.mixpaneldata.cli.output.TextWidth;
import java.util.List;
import java.util.stream.Collectors;

/** A writer of manual pages as text, laid out as man does, for use without man or a terminal. */
final class PlainText {
  private static final int INDENT = 7;

  private final StringBuilder out = new StringBuilder();
  private final int width;

  private PlainText(int width) {
    this.width = width;
  }

  /**
   * Returns a page as text.
   *
   * @param width of a line, in columns
   */
  static String write(ManPage page, int width) {
    PlainText text = new PlainText(width);
    for (Section section : page.sections()) {
      text.out.append(text.out.isEmpty() ? "" : "\n").append(section.title()).append('\n');
      boolean first = true;
      for (Block block : section.blocks()) {
        text.out.append(first ? "" : "\n");
        text.block(block);
        first = false;
      }
    }
    return text.out.toString();
  }

  private void block(Block block) {
    if (block instanceof Item item) {
      String term = " ".repeat(INDENT) + String.join(" ", words(item.term()));
      boolean beside = TextWidth.of(term) < 2 * INDENT;
      out.append(beside ? "" : term + "\n");
      wrap(beside ? TextWidth.fit(term, 2 * INDENT) : "", item.meaning(), 2 * INDENT);
    } else if (block instanceof Synopsis synopsis) {
      wrap(" ".repeat(INDENT), synopsis.text(), INDENT + 4);
    } else if (block instanceof Paragraph paragraph) {
      wrap("", paragraph.text(), INDENT);
    } else if (block instanceof Lines lines) {
      lines.lines().forEach(l -> out.append(" ".repeat(INDENT)).append(l).append('\n'));
    }
  }

  private void wrap(String start, Text text, int indent) {
    StringBuilder line = new StringBuilder(start.isEmpty() ? " ".repeat(indent) : start);
    boolean empty = true;
    for (String word : words(text)) {
      if (!empty && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > width) {
        out.append(line).append('\n');
        line.setLength(0);
        line.append(" ".repeat(indent));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.append(line).append('\n');
  }

  private static List<String> words(Text text) {
    return text.words().stream()
        .map(word -> word.stream().map(Piece::letters).collect(Collectors.joining()))
        .toList();
  }
}
