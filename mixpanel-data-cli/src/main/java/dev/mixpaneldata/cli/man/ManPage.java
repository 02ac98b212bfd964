package dev.mixpaneldata.cli.man;

import java.util.List;

/**
 * A manual page, whatever it is written in.
 *
 * @param name as {@code mp-fetch-events}
 * @param sections from NAME to SEE ALSO
 */
record ManPage(String name, List<Section> sections) {
  ManPage {
    sections = List.copyOf(sections);
  }

  /** A title in capitals and what stands under it. */
  record Section(String title, List<Block> blocks) {
    Section {
      blocks = List.copyOf(blocks);
    }
  }

  /** A part of a section that begins on a line of its own. */
  sealed interface Block permits Paragraph, Synopsis, Item, Lines {}

  /** Sentences. */
  record Paragraph(Text text) implements Block {}

  /** How a command is called; later lines are indented. */
  record Synopsis(Text text) implements Block {}

  /** A term, such as an option, and what it means. */
  record Item(Text term, Text meaning) implements Block {}

  /** Lines that stay as they are, to be copied. */
  record Lines(List<String> lines) implements Block {
    Lines {
      lines = List.copyOf(lines);
    }
  }
}
