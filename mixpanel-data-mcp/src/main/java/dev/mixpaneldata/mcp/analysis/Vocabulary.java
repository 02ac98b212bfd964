package dev.mixpaneldata.mcp.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question as words, of which some are taken by names of the project. What nothing takes was not
 * understood.
 */
final class Vocabulary {
  /** Names of up to so many words are looked for. */
  private static final int MOST_WORDS = 5;

  /** A part of a name must be this long to stand for it. */
  private static final int LEAST_LETTERS = 4;

  /** Verbs and other words of people for events as products call them. */
  private static final Map<String, List<String>> SYNONYMS =
      Map.of(
          "buy", List.of("purchase", "order", "checkout"),
          "bought", List.of("purchase", "order", "checkout"),
          "pay", List.of("purchase", "payment", "order"),
          "register", List.of("signup", "registration"),
          "country", List.of("mpcountrycode"),
          "browser", List.of("browser"),
          "platform", List.of("os"),
          "revenue", List.of("amount", "price", "total"),
          "cart", List.of("addtocart"));

  private final List<String> words;
  private final boolean[] taken;

  Vocabulary(String question) {
    this.words =
        Stream.of(question.split("[^\\p{L}\\p{N}$_.-]+"))
            .map(w -> w.replaceAll("^[.-]+|[.-]+$", ""))
            .filter(w -> !w.isEmpty())
            .toList();
    this.taken = new boolean[words.size()];
  }

  /** Words in a row that stand for something. */
  record Match(int from, int to, String name) {}

  /** The names that the question speaks of, in its order; their words are taken. */
  List<Match> take(List<String> names) {
    Map<String, String> byLetters = new HashMap<>();
    for (String name : names) {
      byLetters.putIfAbsent(EventNames.letters(name), name);
    }
    List<Match> found = new ArrayList<>();
    for (int length = MOST_WORDS; length > 0; length--) {
      for (int from = 0; from + length <= words.size(); from++) {
        Optional<String> name =
            free(from, length) ? named(from, length, byLetters) : Optional.empty();
        if (name.isPresent()) {
          taken(from, length);
          found.add(new Match(from, from + length, name.get()));
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.from(), b.from()));
    return found;
  }

  private Optional<String> named(int from, int length, Map<String, String> byLetters) {
    String letters = EventNames.letters(String.join("", words.subList(from, from + length)));
    for (String form : forms(letters)) {
      if (byLetters.containsKey(form)) {
        return Optional.of(byLetters.get(form));
      }
    }
    if (length > 1) {
      return Optional.empty();
    }
    for (String synonym : SYNONYMS.getOrDefault(stem(letters), List.of())) {
      if (byLetters.containsKey(synonym)) {
        return Optional.of(byLetters.get(synonym));
      }
    }
    return Optional.empty();
  }

  private static List<String> forms(String letters) {
    return List.of(
        letters,
        letters.replaceAll("s$", ""),
        letters.replaceAll("es$", ""),
        letters.replaceAll("ies$", "y"));
  }

  private static String stem(String letters) {
    return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
  }

  /** The one name that has this word within; its word is taken. */
  Optional<String> takePart(int at, List<String> names) {
    if (at >= words.size() || taken[at]) {
      return Optional.empty();
    }
    String word = stem(EventNames.letters(words.get(at)));
    List<String> having = names.stream().filter(n -> EventNames.letters(n).contains(word)).toList();
    if (word.length() < LEAST_LETTERS || having.isEmpty()) {
      return Optional.empty();
    }
    taken[at] = true;
    return Optional.of(having.get(0));
  }

  /** Takes words that are grammar and stand for no name. */
  boolean takeAny(Set<String> any) {
    boolean found = false;
    for (int i = 0; i < words.size(); i++) {
      if (!taken[i] && any.contains(words.get(i).toLowerCase(Locale.ROOT))) {
        taken[i] = true;
        found = true;
      }
    }
    return found;
  }

  /** Where a word stands first; empty if it does not. */
  Optional<Integer> find(Set<String> any) {
    for (int i = 0; i < words.size(); i++) {
      if (any.contains(words.get(i).toLowerCase(Locale.ROOT))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The word at a place if it is one of these; it is taken. */
  Optional<String> takeAt(int at, Set<String> any) {
    if (!isFree(at) || !any.contains(words.get(at).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    taken[at] = true;
    return Optional.of(words.get(at).toLowerCase(Locale.ROOT));
  }

  /** The words that nothing has taken. */
  List<String> left() {
    return IntStream.range(0, words.size())
        .filter(i -> !taken[i])
        .mapToObj(words::get)
        .collect(Collectors.toList());
  }

  private boolean isFree(int at) {
    return at >= 0 && at < words.size() && !taken[at];
  }

  private boolean free(int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  private void taken(int from, int length) {
    for (int i = from; i < from + length; i++) {
      taken[i] = true;
    }
  }
}
