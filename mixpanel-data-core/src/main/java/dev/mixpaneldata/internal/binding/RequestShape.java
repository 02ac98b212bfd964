package dev.mixpaneldata.internal.binding;

import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.ParameterType;
import dev.mixpaneldata.operation.Suggested;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a request record, read once: its parameters and its canonical constructor. A mistake
 * in a record's declaration fails here, with the component's name.
 */
record RequestShape(Class<?> type, Constructor<?> constructor, List<Slot> slots) {
  /**
   * A component: a parameter of its own, or, if {@code spread} is present, a record of parameters.
   * With both, the parameter takes the text of the whole record.
   *
   * @param wireName its name in the body that Mixpanel takes
   */
  record Slot(
      String wireName,
      @Nullable ParameterDescription parameter,
      @Nullable RequestShape spread,
      ValueType valueType,
      boolean optional) {}

  private static final ClassValue<RequestShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RequestShape computeValue(Class<?> type) {
          return read(type);
        }
      };

  static RequestShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  List<ParameterDescription> parameters() {
    return slots.stream().flatMap(RequestShape::parametersOf).toList();
  }

  private static Stream<ParameterDescription> parametersOf(Slot slot) {
    if (slot.spread() != null) {
      boolean free = slot.optional() || slot.parameter() != null;
      return Stream.concat(
          Stream.ofNullable(slot.parameter()),
          slot.spread().parameters().stream().map(p -> free ? p.optional() : p));
    }
    return Stream.ofNullable(slot.parameter());
  }

  private static RequestShape read(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    List<Slot> slots = new ArrayList<>();
    for (RecordComponent component : components) {
      slots.add(slot(type, component));
    }
    RequestShape shape = new RequestShape(type, constructor(type, components), List.copyOf(slots));
    refuseTwins(shape);
    return shape;
  }

  private static Slot slot(Class<?> type, RecordComponent component) {
    Type declared = component.getGenericType();
    Optional<Type> wrapped = ValueType.insideOptional(declared);
    Type valueType = wrapped.orElse(declared);
    boolean optional = wrapped.isPresent();
    Flatten flatten = component.getAnnotation(Flatten.class);
    if (flatten != null) {
      ValueType record = new ValueType((Class<?>) valueType, false);
      if (!flatten.text().isEmpty() && record.textReader().isEmpty()) {
        throw mistake(type, component, "has a type that cannot be read from a text");
      }
      return new Slot(
          ResultFields.snakeCase(component.getName()),
          flatten.text().isEmpty() ? null : wholeText(component, flatten.text()),
          of((Class<?>) valueType),
          record,
          optional);
    }
    Param param = component.getAnnotation(Param.class);
    if (param == null) {
      throw mistake(type, component, "has neither @Param nor @Flatten");
    }
    ValueType value =
        ValueType.of(valueType)
            .orElseThrow(() -> mistake(type, component, "has a type no surface can take"));
    Optional<String> defaultValue = defaultOf(param, value, optional);
    String name =
        param.name().isEmpty() ? ResultFields.snakeCase(component.getName()) : param.name();
    boolean required = !optional && defaultValue.isEmpty() && (!value.list() || param.required());
    Optional<String> alias = Optional.of(param.alias()).filter(a -> !a.isEmpty());
    return new Slot(
        param.wireName().isEmpty() ? name : param.wireName(),
        new ParameterDescription(
            name,
            value.described(),
            required,
            defaultValue,
            param.help(),
            Arrays.stream(param.listedBy()).findFirst(),
            alias,
            param.suggests()),
        null,
        value,
        optional);
  }

  private static ParameterDescription wholeText(RecordComponent component, String help) {
    return new ParameterDescription(
        ResultFields.snakeCase(component.getName()),
        new ParameterType(ParameterType.Kind.TEXT, false, List.of()),
        false,
        Optional.empty(),
        help,
        Optional.empty(),
        Optional.empty(),
        Suggested.NOTHING);
  }

  private static Optional<String> defaultOf(Param param, ValueType value, boolean optional) {
    if (!param.defaultValue().isEmpty()) {
      return Optional.of(param.defaultValue());
    }
    return value.element() == boolean.class && !optional ? Optional.of("false") : Optional.empty();
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      // A request of a package-private class is bound like any other.
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " has no canonical constructor", e);
    }
  }

  private static void refuseTwins(RequestShape shape) {
    List<String> names = shape.parameters().stream().map(ParameterDescription::name).toList();
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException(
          shape.type().getName() + " has two parameters of one name: " + names);
    }
  }

  private static IllegalArgumentException mistake(
      Class<?> type, RecordComponent component, String what) {
    return new IllegalArgumentException(
        "Component " + component.getName() + " of " + type.getName() + " " + what);
  }
}
