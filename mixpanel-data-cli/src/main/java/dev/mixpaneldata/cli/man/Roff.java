package dev.mixpaneldata.cli.man;

import dev.mixpaneldata.cli.man.ManPage.Block;
import dev.mixpaneldata.cli.man.ManPage.Item;
import dev.mixpaneldata.cli.man.ManPage.Lines;
import dev.mixpaneldata.cli.man.ManPage.Paragraph;
import dev.mixpaneldata.cli.man.ManPage.Section;
import dev.mixpaneldata.cli.man.ManPage.Synopsis;
import dev.mixpaneldata.cli.man.Text.Face;
import dev.mixpaneldata.cli.man.Text.Piece;
import java.util.List;
import java.util.Locale;

/**
 * A writer of pages in the macros of man(7), as groff and mandoc read them.
 *
 * <p>Characters that have a meaning in roff are written by their names. So are those that roff
 * would turn into typographic ones, such as hyphens and quotes of an example, which must be copied
 * unchanged.
 */
final class Roff {
  private static final int LONGEST_LINE = 78;

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();

  private Roff() {}

  /**
   * Returns a page in the macros of man(7).
   *
   * @param source the program and its version
   * @param date of the source, as yyyy-mm-dd
   */
  static String write(ManPage page, String source, String date) {
    Roff roff = new Roff();
    roff.page(page, source, date);
    return roff.out.toString();
  }

  private void page(ManPage page, String source, String date) {
    out.append(
        ".TH \"%s\" \"1\" \"%s\" \"%s\" \"Manual of mp\"\n"
            .formatted(escaped(page.name().toUpperCase(Locale.ROOT)), date, source));
    // Turns off hyphenation, and gaps in justified lines of options.
    out.append(".nh\n.ad l\n");
    for (Section section : page.sections()) {
      out.append(".SH \"").append(escaped(section.title())).append("\"\n");
      boolean first = true;
      for (Block block : section.blocks()) {
        block(block, first);
        first = false;
      }
    }
  }

  private void block(Block block, boolean first) {
    if (block instanceof Item item) {
      out.append(".TP\n");
      item.term().words().forEach(this::word);
      endLine();
      sentences(item.meaning());
    } else if (block instanceof Synopsis synopsis) {
      out.append(".HP 4\n");
      sentences(synopsis.text());
    } else if (block instanceof Paragraph paragraph) {
      out.append(first ? "" : ".PP\n");
      sentences(paragraph.text());
    } else if (block instanceof Lines lines) {
      out.append(first ? "" : ".PP\n").append(".nf\n");
      lines.lines().forEach(l -> out.append(guarded(escaped(l))).append('\n'));
      out.append(".fi\n");
    }
  }

  /** Begins a line for each sentence, which is how roff recognises where one ends. */
  private void sentences(Text text) {
    for (List<Piece> word : text.words()) {
      if (line.length() + faced(word).length() >= LONGEST_LINE) {
        endLine();
      }
      word(word);
      if (word.get(word.size() - 1).letters().matches(".*[.!?][)\"']*")) {
        endLine();
      }
    }
    endLine();
  }

  private void word(List<Piece> word) {
    line.append(line.isEmpty() ? "" : " ").append(faced(word));
  }

  private void endLine() {
    if (!line.isEmpty()) {
      out.append(guarded(line.toString())).append('\n');
      line.setLength(0);
    }
  }

  private static String faced(List<Piece> word) {
    StringBuilder faced = new StringBuilder();
    for (Piece piece : word) {
      String letters = escaped(piece.letters());
      faced.append(
          piece.face() == Face.PLAIN
              ? letters
              : (piece.face() == Face.BOLD ? "\\fB" : "\\fI") + letters + "\\fR");
    }
    return faced.toString();
  }

  /** Guards a dot at the start of a line, which would begin a macro. */
  private static String guarded(String line) {
    return line.startsWith(".") ? "\\&" + line : line;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> escaped.append("\\(rs");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '"' -> escaped.append("\\(dq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                  if (c < 0x80) {
                    escaped.appendCodePoint(c);
                  } else {
                    escaped.append("\\[u%04X]".formatted(c));
                  }
                }
              }
            });
    return escaped.toString();
  }
}
