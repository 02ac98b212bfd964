package dev.mixpaneldata.internal.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WireNamed;
import dev.mixpaneldata.value.Json;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body that a request becomes: each parameter under Mixpanel's name, without those that were
 * not given. The fields of the parameter {@code json} come first, so that the others win.
 */
public final class BodyFields {
  /** The parameter that holds further fields of the body, as a JSON object. */
  public static final String FURTHER = "json";

  private BodyFields() {}

  /**
   * Returns the fields in the order of the record.
   *
   * @param elsewhere parameters that are sent in the path, in snake_case
   */
  public static Map<String, Object> of(Record request, String... elsewhere) {
    Set<String> left = Set.of(elsewhere);
    Map<String, Object> typed = new LinkedHashMap<>();
    Map<String, Object> body = new LinkedHashMap<>();
    for (RecordComponent component : request.getClass().getRecordComponents()) {
      Object value = given(component, request);
      String parameter = ResultFields.snakeCase(component.getName());
      if (value == null || left.contains(parameter)) {
        continue;
      }
      if (parameter.equals(FURTHER)) {
        body.putAll(fields((Json) value));
      } else {
        typed.put(wireName(component), converted(value));
      }
    }
    body.putAll(typed);
    return body;
  }

  /**
   * Returns the fields of a JSON object.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is another kind of JSON
   */
  public static Map<String, JsonNode> fields(Json json) {
    JsonNode node = Mappers.readExactly(json.text());
    if (!node.isObject()) {
      throw MixpanelDataException.invalidArgument(
          "The body is not a JSON object: " + json + ".", "Give an object: {\"name\": …}.");
    }
    return LenientReader.fields(node);
  }

  /** Returns the name of a component in Mixpanel's JSON. */
  public static String wireName(RecordComponent component) {
    Param param = component.getAnnotation(Param.class);
    return param == null || param.wireName().isEmpty()
        ? ResultFields.snakeCase(component.getName())
        : param.wireName();
  }

  private static @Nullable Object given(RecordComponent component, Record request) {
    try {
      component.getAccessor().setAccessible(true);
      Object value = component.getAccessor().invoke(request);
      if (value instanceof Optional<?> optional) {
        return optional.orElse(null);
      }
      return value instanceof List<?> list && list.isEmpty() ? null : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }

  private static Object converted(Object value) {
    if (value instanceof Json json) {
      return Mappers.readExactly(json.text());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(BodyFields::converted).toList();
    }
    if (value instanceof Record part) {
      return of(part);
    }
    if (value instanceof Secret secret) {
      return secret.reveal();
    }
    if (value instanceof WireNamed choice) {
      return choice.wireName();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }
}
