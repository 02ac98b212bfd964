package dev.mixpaneldata.cli.man;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text of words, each of pieces in one face. A line may end between words only.
 *
 * @param words none of them empty
 */
record Text(List<List<Piece>> words) {
  Text {
    words = words.stream().map(List::copyOf).toList();
  }

  /** The typographic faces. */
  enum Face {
    PLAIN,
    /** Text to type as it stands. */
    BOLD,
    /** A placeholder for a value. */
    UNDERLINED
  }

  /** Letters of one face, without a space. */
  record Piece(String letters, Face face) {}

  static Text plain(String text) {
    return of(text, Face.PLAIN);
  }

  static Text bold(String text) {
    return of(text, Face.BOLD);
  }

  static Text underlined(String text) {
    return of(text, Face.UNDERLINED);
  }

  /** Returns a reference to another page: its name and its chapter. */
  static Text page(String name) {
    return bold(name).glued(plain("(1)"));
  }

  private static Text of(String text, Face face) {
    return new Text(
        Arrays.stream(text.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(word -> List.of(new Piece(word, face)))
            .toList());
  }

  /** Returns this text, a space, and the other text. */
  Text then(Text next) {
    List<List<Piece>> joined = new ArrayList<>(words);
    joined.addAll(next.words);
    return new Text(joined);
  }

  /** Returns this text and the other one, without a space between them. */
  Text glued(Text next) {
    if (words.isEmpty() || next.words.isEmpty()) {
      return then(next);
    }
    List<List<Piece>> joined = new ArrayList<>(words);
    List<Piece> seam = new ArrayList<>(joined.remove(joined.size() - 1));
    seam.addAll(next.words.get(0));
    joined.add(seam);
    joined.addAll(next.words.subList(1, next.words.size()));
    return new Text(joined);
  }

  /** Returns all texts, separated by commas. */
  static Text list(List<Text> texts) {
    Text list = new Text(List.of());
    for (int i = 0; i < texts.size(); i++) {
      list = list.then(i < texts.size() - 1 ? texts.get(i).glued(plain(",")) : texts.get(i));
    }
    return list;
  }
}
