package dev.mixpaneldata.cli.man;

import java.util.List;

/**
 * A manual page, independent of its output format.
 *
 * @param name such as {@code mp-fetch-events}
 * @param sections from NAME to SEE ALSO
 */
record ManPage(String name, List<Section> sections) {
  ManPage {
    sections = List.copyOf(sections);
  }

  /** A section: a title in capitals and the blocks under it. */
  record Section(String title, List<Block> blocks) {
    Section {
      blocks = List.copyOf(blocks);
    }
  }

  /** A part of a section that begins on a line of its own. */
  sealed interface Block permits Paragraph, Synopsis, Item, Lines {}

  /** A paragraph of sentences. */
  record Paragraph(Text text) implements Block {}

  /** The call syntax of a command; later lines are indented. */
  record Synopsis(Text text) implements Block {}

  /** A term, such as an option, and its meaning. */
  record Item(Text term, Text meaning) implements Block {}

  /** Lines that are kept unchanged, to be copied. */
  record Lines(List<String> lines) implements Block {
    Lines {
      lines = List.copyOf(lines);
    }
  }
}
