package dev.mixpaneldata.internal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.app.customevents.CustomEventRequest;
import dev.mixpaneldata.app.customevents.UpdateCustomEvent;
import dev.mixpaneldata.app.customproperties.CreateCustomProperty;
import dev.mixpaneldata.app.links.LinkRequest;
import dev.mixpaneldata.app.warehouse.CreateWarehouseImport;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.saved.DefinitionRequest;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request record is built in the same way, and Java's defaults are the declared ones. */
class RequestRecordsTest {
  private static final DateRange RANGE = DateRange.of("2026-01-05", "2026-01-07");

  /** Factories that only fill in what they are not given. */
  private static final Set<String> FACTORIES = Set.of("of", "all", "saved", "ofEvents");

  /** Of records that need one of several parts, the one that is bound here. */
  private static final Map<String, Object> DATES =
      Map.of("from_date", "2026-01-05", "to_date", "2026-01-05");

  private static final Map<Class<?>, Map<String, Object>> ONE_OF_SEVERAL =
      Map.ofEntries(
          Map.entry(
              FunnelRequest.class,
              Map.of("steps", "x,y", "from_date", "2026-01-05", "to_date", "2026-01-05")),
          Map.entry(SegmentationRequest.class, DATES),
          Map.entry(RetentionRequest.class, DATES),
          Map.entry(FlowRequest.class, DATES),
          Map.entry(DefinitionRequest.class, Map.of("definition", "{\"steps\": []}")),
          Map.entry(LinkRequest.class, Map.of("bookmark_id", 7)),
          Map.entry(
              CreateCustomProperty.class,
              Map.of("display_formula", "A", "composed_properties", "{}")),
          Map.entry(CreateWarehouseImport.class, Map.of("time_column_name", "x")),
          Map.entry(CustomEventRequest.class, Map.of("custom_event_id", 7)),
          Map.entry(UpdateCustomEvent.class, Map.of("custom_event_id", 7)),
          Map.entry(TableExport.class, Map.of("table", "x")));

  static Stream<Class<? extends Record>> requests() {
    Set<Class<? extends Record>> types = new LinkedHashSet<>();
    Operations.all().forEach(operation -> add(operation.request(), types));
    return types.stream().filter(type -> optionalParts(type).findAny().isPresent());
  }

  private static void add(Class<? extends Record> type, Set<Class<? extends Record>> types) {
    types.add(type);
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(Flatten.class) && component.getType().isRecord()) {
        add(component.getType().asSubclass(Record.class), types);
      }
    }
  }

  /** Values that surfaces read from one text have few parts and constants for them. */
  private static Stream<RecordComponent> optionalParts(Class<? extends Record> type) {
    boolean isValue =
        !type.getSimpleName().matches(".*(Request|Query|Export|Events|Profiles)|(Create|Update).*");
    return isValue
        ? Stream.empty()
        : Arrays.stream(type.getRecordComponents()).filter(RequestRecordsTest::isOptional);
  }

  private static boolean isOptional(RecordComponent component) {
    Param param = component.getAnnotation(Param.class);
    return component.getType() == Optional.class
        || component.getType() == boolean.class
        || (component.getType() == List.class && param != null && !param.required())
        || (param != null && !param.defaultValue().isEmpty());
  }

  @Test
  void thereAreMany() {
    assertThat(requests()).hasSizeGreaterThan(30).contains(ExportQuery.class);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void everyOptionalPartIsReachableByName(Class<? extends Record> type) throws Exception {
    Class<?> builder = Class.forName(type.getName() + "Builder");
    assertThat(type.getMethod("with", Consumer.class).getGenericParameterTypes()[0].getTypeName())
        .contains(builder.getName());
    List<String> setters = Arrays.stream(builder.getMethods()).map(Method::getName).toList();
    optionalParts(type)
        .forEach(
            part -> {
              long ways = setters.stream().filter(part.getName()::equals).count();
              // An Optional is set by its value, too.
              assertThat(ways)
                  .as(part.getName())
                  .isEqualTo(part.getType() == Optional.class ? 2 : 1);
            });
  }

  @ParameterizedTest
  @MethodSource("requests")
  void javaDefaultsAreTheDeclaredOnes(Class<? extends Record> type) throws Exception {
    Record bound = Binder.bind(type, required(type));
    int compared = 0;
    for (Method factory : type.getDeclaredMethods()) {
      if (Modifier.isStatic(factory.getModifiers())
          && Modifier.isPublic(factory.getModifiers())
          && FACTORIES.contains(factory.getName())) {
        compared += compare(bound, factory);
      }
    }
    assertThat(compared).as("compared defaults of " + type.getSimpleName()).isPositive();
  }

  /** How many parts were not given to the factory, and are what is declared. */
  private static int compare(Record bound, Method factory) throws Exception {
    List<Object> given = new ArrayList<>();
    for (Parameter parameter : factory.getParameters()) {
      given.add(sample(parameter));
    }
    Object made = factory.invoke(null, given.toArray());
    int compared = 0;
    for (RecordComponent part : optionalParts(bound.getClass()).toList()) {
      Object value = part.getAccessor().invoke(made);
      if (!isGiven(value, given)) {
        assertThat(value).as(factory + ": " + part.getName()).isEqualTo(declared(bound, part));
        compared++;
      }
    }
    return compared;
  }

  private static Object declared(Record bound, RecordComponent part) throws Exception {
    boolean chosen =
        ONE_OF_SEVERAL.getOrDefault(bound.getClass(), Map.of()).keySet().stream()
            .anyMatch(name -> name.replace("_", "").equalsIgnoreCase(part.getName()));
    Object empty = part.getType() == List.class ? List.of() : Optional.empty();
    return chosen ? empty : part.getAccessor().invoke(bound);
  }

  private static boolean isGiven(Object value, List<Object> given) {
    return given.stream()
        .anyMatch(
            g ->
                g.equals(value)
                    || Optional.of(g).equals(value)
                    || (g instanceof Object[] several && value instanceof List<?> list
                        ? list.size() == several.length
                        : false));
  }

  private static Map<String, Object> required(Class<? extends Record> type) {
    Map<String, Object> required = new LinkedHashMap<>(ONE_OF_SEVERAL.getOrDefault(type, Map.of()));
    for (ParameterDescription parameter : Binder.parameters(type)) {
      if (parameter.required()) {
        required.putIfAbsent(
            parameter.name(),
            switch (parameter.type().kind()) {
              case DATE -> "2026-01-05";
              case INTEGER, NUMBER -> 7;
              case FILE -> "x.csv";
              case JSON -> parameter.type().repeated() ? "x" : "{}";
              case CHOICE -> parameter.type().choices().get(0);
              default -> "x";
            });
      }
    }
    return required;
  }

  private static Object sample(Parameter parameter) {
    Class<?> type = parameter.getType();
    if (type == String.class) {
      return "x";
    }
    if (type == DateRange.class) {
      return RANGE;
    }
    if (type == List.class) {
      boolean steps = parameter.getParameterizedType().getTypeName().contains("EventSelector");
      return steps ? List.of(EventSelector.of("x"), EventSelector.of("y")) : List.of("x");
    }
    if (type == Metric[].class) {
      return new Metric[] {Metric.of("x")};
    }
    if (type == String[].class) {
      return new String[] {"x", "y"};
    }
    if (type == Integer[].class) {
      return new Integer[] {7};
    }
    if (type == int.class) {
      return 7;
    }
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    if (type == Path.class) {
      return Path.of("x.csv");
    }
    if (type == LocalDate.class) {
      return LocalDate.of(2026, 1, 5);
    }
    if (type == Json.class) {
      return new Json("{\"steps\": []}");
    }
    if (type.isRecord()) {
      return Binder.bind(type.asSubclass(Record.class), required(type.asSubclass(Record.class)));
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[1];
    }
    assertThat(type).as(parameter + " of " + parameter.getDeclaringExecutable()).isIn(long.class);
    return 7L;
  }
}
