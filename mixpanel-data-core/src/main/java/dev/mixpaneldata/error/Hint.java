package dev.mixpaneldata.error;

import dev.mixpaneldata.internal.text.Excerpt;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The next steps after an error, as data: sentences with {@linkplain Reference references}, which
 * each face puts into its own words. A sentence can offer several ways; a face leaves out those
 * that it does not have. Immutable.
 */
public final class Hint implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Sentence> sentences;

  private Hint(Collection<Sentence> sentences) {
    this.sentences = new ArrayList<>(sentences);
  }

  /**
   * One of the ways that a sentence offers. Each {@code {}} of the template stands for the next
   * argument; a text that is an argument is never a template itself.
   */
  public static final class Way implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String template;
    private final ArrayList<Serializable> arguments = new ArrayList<>();

    private Way(String template, Object... arguments) {
      this.template = template;
      for (Object argument : arguments) {
        this.arguments.add(
            argument instanceof Reference reference ? reference : String.valueOf(argument));
      }
    }

    private boolean has(Reference reference) {
      return arguments.contains(reference);
    }

    private Optional<String> in(Vocabulary words) {
      StringBuilder text = new StringBuilder();
      int from = 0;
      for (Serializable argument : arguments) {
        Optional<String> word =
            argument instanceof Reference reference
                ? words.name(reference)
                : Optional.of((String) argument);
        if (word.isEmpty()) {
          return Optional.empty();
        }
        int place = template.indexOf("{}", from);
        text.append(template, from, place).append(word.get());
        from = place + 2;
      }
      return Optional.of(text.append(template.substring(from)).toString());
    }
  }

  /**
   * A sentence as a list of ways: one that is a whole sentence, or several that are parts of one.
   */
  private record Sentence(ArrayList<Way> ways, boolean whole) implements Serializable {
    Optional<String> in(Vocabulary words) {
      List<String> open = ways.stream().flatMap(way -> way.in(words).stream()).toList();
      if (open.isEmpty() || whole) {
        return open.stream().findFirst();
      }
      String last = open.get(open.size() - 1);
      String joined =
          open.size() == 1
              ? last
              : String.join(", ", open.subList(0, open.size() - 1)) + ", or " + last;
      return Optional.of(Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + ".");
    }
  }

  /**
   * Returns a hint of one sentence, or of several that belong together. It is left out by a face
   * that lacks one of its references.
   *
   * @param arguments what each {@code {}} of the text stands for: a {@link Reference}, or a value
   */
  public static Hint of(String text, Object... arguments) {
    return of(List.of(new Way(text, arguments)), true);
  }

  /** Returns a hint of one sentence that offers these ways: {@code This, that, or the other.} */
  public static Hint anyOf(Way... ways) {
    return of(Arrays.asList(ways), false);
  }

  /** Returns a part of a sentence, in lower case and without a full stop. */
  public static Way way(String text, Object... arguments) {
    return new Way(text, arguments);
  }

  private static Hint of(List<Way> ways, boolean whole) {
    return new Hint(List.of(new Sentence(new ArrayList<>(ways), whole)));
  }

  /** Returns the hint, if there is one, followed by a sentence. */
  public static Hint and(Optional<Hint> first, String next) {
    return first.map(hint -> hint.and(of(next))).orElse(of(next));
  }

  /** Returns this hint followed by another. */
  public Hint and(Hint next) {
    Hint both = new Hint(sentences);
    both.sentences.addAll(next.sentences);
    return both;
  }

  /** Returns whether a way of this hint contains this reference. */
  public boolean has(Reference reference) {
    return sentences.stream().flatMap(s -> s.ways().stream()).anyMatch(way -> way.has(reference));
  }

  /** Returns this hint without the ways that refer to this. */
  public Hint without(Reference reference) {
    return new Hint(
        sentences.stream()
            .map(
                sentence ->
                    new Sentence(
                        sentence.ways().stream()
                            .filter(way -> !way.has(reference))
                            .collect(Collectors.toCollection(ArrayList::new)),
                        sentence.whole()))
            .toList());
  }

  /** Returns the text in the words of a face; empty if the face has no way of it. */
  public Optional<String> in(Vocabulary words) {
    List<String> texts = sentences.stream().flatMap(s -> s.in(words).stream()).toList();
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(Excerpt.ofMessage(String.join(" ", texts)));
  }

  /** Returns the text in the words of the library. */
  @Override
  public String toString() {
    return in(Vocabulary.JAVA).orElse("");
  }
}
