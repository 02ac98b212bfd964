package dev.mixpaneldata.internal.binding;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.value.Json;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Converts a user's values to the types of components. Accepts text, as from a command line, and
 * the strings, numbers, booleans, lists and maps of parsed JSON.
 */
final class ValueReader {
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s?)?", Pattern.CASE_INSENSITIVE);

  private ValueReader() {}

  /**
   * The error of a value that does not fit; the message ends a sentence that begins with the name.
   */
  static final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final Optional<String> hint;

    Misfit(String message) {
      super(message);
      this.hint = Optional.empty();
    }

    Misfit(String message, String hint) {
      super(message);
      this.hint = Optional.of(hint);
    }

    Optional<String> hint() {
      return hint;
    }
  }

  static Object read(ValueType type, Object given) throws Misfit {
    if (!type.list()) {
      return type.isObject() ? object(type.element(), given) : readOne(type.element(), given);
    }
    List<Object> elements = new ArrayList<>();
    for (Object element : elementsOf(type, given)) {
      elements.add(
          type.isObject() ? object(type.element(), element) : readOne(type.element(), element));
    }
    return List.copyOf(elements);
  }

  /**
   * Returns a record of parameters from a JSON object, or from text that the record reads itself or
   * takes as its first component.
   */
  static Object object(Class<?> type, Object given) throws Misfit {
    Object value = given;
    if (given instanceof String text && text.strip().startsWith("{")) {
      value =
          JsonText.parse(text).orElseThrow(() -> new Misfit("takes a JSON object, not " + text));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      map.forEach((name, argument) -> arguments.put(String.valueOf(name), argument));
      return Binder.bind(type.asSubclass(Record.class), arguments);
    }
    if (value instanceof String text) {
      Optional<Method> reader = new ValueType(type, false).textReader();
      if (reader.isPresent()) {
        return read(reader.get(), text);
      }
      String first = RequestShape.of(type).parameters().get(0).name();
      return Binder.bind(type.asSubclass(Record.class), Map.of(first, text));
    }
    throw new Misfit("takes text or a JSON object, not " + ResultJson.text(value));
  }

  private static Object read(Method reader, String text) {
    try {
      return reader.invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof MixpanelDataException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(reader + " failed on '" + text + "'", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(reader + " cannot be called", e);
    }
  }

  /**
   * Returns the elements of a list. Text is split at commas, for objects at those outside brackets
   * and quotes; a name with a comma must be given in a JSON list.
   */
  private static Collection<?> elementsOf(ValueType type, Object given) {
    if (given instanceof Collection<?> collection) {
      return collection;
    }
    if (!(given instanceof String text)) {
      return List.of(given);
    }
    if (text.strip().startsWith("{")) {
      return List.of(text);
    }
    if (text.strip().startsWith("[") && JsonText.parse(text).orElse(null) instanceof List<?> list) {
      return list;
    }
    if (type.isObject()) {
      return BracketedText.parts(text);
    }
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static Object readOne(Class<?> type, Object given) throws Misfit {
    if (type == Json.class) {
      return json(given);
    }
    if (given instanceof Collection<?> || given instanceof Map<?, ?>) {
      throw new Misfit("takes one value, not " + ResultJson.text(given));
    }
    String text = given.toString().strip();
    if (type == String.class) {
      return given.toString();
    }
    if (type == Secret.class) {
      return Secret.of(given.toString());
    }
    if (type == Path.class) {
      return path(given.toString());
    }
    if (type == int.class || type == Integer.class) {
      return (int) wholeNumber(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (type == long.class || type == Long.class) {
      return wholeNumber(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (type == double.class || type == Double.class) {
      return number(text).doubleValue();
    }
    if (type == boolean.class || type == Boolean.class) {
      return trueOrFalse(text);
    }
    if (type == LocalDate.class) {
      return day(text);
    }
    if (type == Duration.class) {
      return duration(text);
    }
    return choice(type, text);
  }

  private static Json json(Object given) throws Misfit {
    if (given instanceof Json json) {
      return json;
    }
    if (!(given instanceof String text)) {
      return new Json(ResultJson.text(given));
    }
    if (!JsonText.isJson(text)) {
      throw new Misfit("takes JSON, not '" + text + "'");
    }
    return new Json(text);
  }

  private static long wholeNumber(String text, long least, long greatest) throws Misfit {
    BigDecimal number = number(text);
    try {
      long whole = number.longValueExact();
      if (whole >= least && whole <= greatest) {
        return whole;
      }
    } catch (ArithmeticException e) {
      // Reported below, with the text.
    }
    throw new Misfit("takes a whole number, not '" + text + "'");
  }

  private static BigDecimal number(String text) throws Misfit {
    try {
      // An exponent of nine digits would make longValueExact build a number that fills memory.
      if (text.length() <= 40) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) <= 400) {
          return number;
        }
      }
    } catch (NumberFormatException e) {
      // Reported below, with the text.
    }
    throw new Misfit("takes a number, not '" + text + "'");
  }

  private static Boolean trueOrFalse(String text) throws Misfit {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new Misfit("takes true or false, not '" + text + "'");
    };
  }

  private static Path path(String text) throws Misfit {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Misfit("takes the name of a file, not '" + text + "'");
    }
  }

  private static LocalDate day(String text) throws Misfit {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Misfit(
          "takes a day such as 2026-01-31, not '" + text + "'",
          "Write a day of the calendar as yyyy-mm-dd.");
    }
  }

  private static Duration duration(String text) throws Misfit {
    Matcher parts = DURATION.matcher(text);
    try {
      if (!text.isEmpty() && parts.matches()) {
        return Duration.ofHours(part(parts, 1))
            .plusMinutes(part(parts, 2))
            .plusSeconds(part(parts, 3));
      }
      return Duration.parse(text);
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
      throw new Misfit(
          "takes a length of time such as 90s, 5m or 1h30m, not '" + text + "'",
          "Write numbers with the units h, m and s, the largest unit first.");
    }
  }

  private static long part(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
  }

  private static Object choice(Class<?> type, String text) throws Misfit {
    String wanted = text.replace('-', '_').toUpperCase(Locale.ROOT);
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(wanted)) {
        return constant;
      }
    }
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(c -> ValueType.choice((Enum<?>) c))
            .collect(Collectors.joining(", "));
    throw new Misfit("takes one of " + choices + ", not '" + text + "'");
  }
}
