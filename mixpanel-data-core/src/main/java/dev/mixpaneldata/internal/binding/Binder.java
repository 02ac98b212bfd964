package dev.mixpaneldata.internal.binding;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.ParameterDescription;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes request records from named arguments. One {@code INVALID_ARGUMENT} reports all mistakes. An
 * argument counts as not given if it is null, or if it is blank text and the parameter is not
 * required.
 */
public final class Binder {
  private final Map<String, ?> arguments;
  private final UnaryOperator<String> shownName;
  private final List<MixpanelDataException> mistakes = new ArrayList<>();

  private Binder(Map<String, ?> arguments, UnaryOperator<String> shownName) {
    this.arguments = arguments;
    this.shownName = shownName;
  }

  /** Binds arguments named in snake_case. */
  public static <Q extends Record> Q bind(Class<Q> type, Map<String, ?> arguments) {
    return bind(type, arguments, UnaryOperator.identity());
  }

  /** Binds arguments named in snake_case; messages show parameters by their {@code shownName}. */
  public static <Q extends Record> Q bind(
      Class<Q> type, Map<String, ?> arguments, UnaryOperator<String> shownName) {
    RequestShape shape = RequestShape.of(type);
    Binder binder = new Binder(WholeBody.spread(shape, arguments), shownName);
    binder.refuseUnknown(shape);
    binder.refuseTwice(shape);
    Object request = binder.make(shape);
    if (request == null || !binder.mistakes.isEmpty()) {
      throw binder.refusal();
    }
    return type.cast(request);
  }

  /**
   * Returns the parameters of a record that is not an operation's request, such as a hand-written
   * tool's.
   */
  public static List<ParameterDescription> parameters(Class<? extends Record> type) {
    return RequestShape.of(type).parameters();
  }

  private MixpanelDataException refusal() {
    if (mistakes.size() == 1) {
      return mistakes.get(0);
    }
    String all =
        mistakes.stream().map(m -> String.valueOf(m.getMessage())).collect(Collectors.joining(" "));
    return mistakes.stream()
        .flatMap(mistake -> mistake.nextSteps().stream())
        .reduce(Hint::and)
        .map(hint -> MixpanelDataException.invalidArgument(all, hint))
        .orElseGet(() -> new MixpanelDataException(ErrorCode.INVALID_ARGUMENT, all));
  }

  private void note(String name, String what) {
    mistakes.add(
        new MixpanelDataException(
            ErrorCode.INVALID_ARGUMENT, shownName.apply(name) + " " + what + "."));
  }

  private void refuseUnknown(RequestShape shape) {
    Set<String> unknown = new LinkedHashSet<>(arguments.keySet());
    List<String> known = shape.parameters().stream().map(ParameterDescription::name).toList();
    known.forEach(unknown::remove);
    shape.parameters().forEach(p -> p.alias().ifPresent(unknown::remove));
    for (String name : unknown) {
      String there = String.join(", ", known.stream().map(shownName).toList());
      note(name, "is unknown; known are: " + (known.isEmpty() ? "none" : there));
    }
  }

  /**
   * Refuses a parameter that is given twice, by name and alias: one value would be lost silently.
   */
  private void refuseTwice(RequestShape shape) {
    for (ParameterDescription parameter : shape.parameters()) {
      Optional<String> alias = parameter.alias().filter(a -> arguments.get(a) != null);
      if (alias.isPresent() && arguments.get(parameter.name()) != null) {
        note(
            parameter.name(),
            "and " + shownName.apply(alias.get()) + " mean the same; give one of them");
      }
    }
  }

  /** Returns the record; null if a mistake was noted. */
  private @Nullable Object make(RequestShape shape) {
    int noted = mistakes.size();
    @Nullable Object[] values = new @Nullable Object[shape.slots().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(shape.slots().get(i));
    }
    return mistakes.size() > noted ? null : construct(shape, values);
  }

  private @Nullable Object value(RequestShape.Slot slot) {
    RequestShape spread = slot.spread();
    if (spread != null) {
      Optional<Object> whole = Optional.ofNullable(slot.parameter()).flatMap(this::given);
      if (whole.isPresent()) {
        return whole(slot, spread, whole.get());
      }
      boolean given = spread.parameters().stream().anyMatch(p -> given(p).isPresent());
      if (slot.optional()) {
        return given ? Optional.ofNullable(make(spread)) : Optional.empty();
      }
      return make(spread);
    }
    ParameterDescription parameter = Objects.requireNonNull(slot.parameter());
    Optional<Object> given = given(parameter).or(parameter::defaultValue);
    return given.isEmpty() ? absent(slot, parameter) : read(slot, parameter, given.get());
  }

  /** Returns a record of parameters that is given as one text. */
  private @Nullable Object whole(RequestShape.Slot slot, RequestShape spread, Object text) {
    ParameterDescription parameter = Objects.requireNonNull(slot.parameter());
    for (ParameterDescription part : spread.parameters()) {
      if (given(part).isPresent()) {
        note(
            parameter.name(),
            "and " + shownName.apply(part.name()) + " mean the same; give one of them");
        return null;
      }
    }
    return read(slot, parameter, text);
  }

  private @Nullable Object read(
      RequestShape.Slot slot, ParameterDescription parameter, Object given) {
    try {
      Object value = ValueReader.read(slot.valueType(), given);
      return slot.optional() ? Optional.of(value) : value;
    } catch (ValueReader.Misfit e) {
      mistakes.add(
          new MixpanelDataException(
              ErrorCode.INVALID_ARGUMENT,
              shownName.apply(parameter.name()) + " " + e.getMessage() + ".",
              e.hint().orElse(null)));
      return null;
    } catch (MixpanelDataException e) {
      // The object's own refusal, which does not know its parameter.
      String what = "In " + shownName.apply(parameter.name()) + ": " + e.getMessage();
      mistakes.add(e.withMessage(what));
      return null;
    }
  }

  private Optional<Object> given(ParameterDescription parameter) {
    Object value = arguments.get(parameter.name());
    if (value == null && parameter.alias().isPresent()) {
      value = arguments.get(parameter.alias().get());
    }
    boolean blank = value instanceof String text && text.isBlank() && !parameter.required();
    return blank ? Optional.empty() : Optional.ofNullable(value);
  }

  private @Nullable Object absent(RequestShape.Slot slot, ParameterDescription parameter) {
    if (slot.optional()) {
      return Optional.empty();
    }
    if (slot.valueType().list() && !parameter.required()) {
      return List.of();
    }
    note(parameter.name(), "is missing");
    return null;
  }

  private @Nullable Object construct(RequestShape shape, @Nullable Object[] values) {
    try {
      return shape.constructor().newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof MixpanelDataException refusal) {
        mistakes.add(refusal);
        return null;
      }
      throw new IllegalStateException(shape.type() + " failed on its arguments", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(shape.type() + " cannot be made", e);
    }
  }
}
