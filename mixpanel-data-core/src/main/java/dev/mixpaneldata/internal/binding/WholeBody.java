package dev.mixpaneldata.internal.binding;

import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.ParameterType;
import dev.mixpaneldata.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body that is given whole, as the parameter {@code json}. Its fields are taken for the
 * parameters of their names, unless these are given, so that they are checked like all others. The
 * rest stays in the parameter.
 */
public final class WholeBody {
  /** The name of the parameter. */
  public static final String PARAMETER = "json";

  private WholeBody() {}

  /** Returns whether a parameter takes a whole body. */
  public static boolean is(ParameterDescription parameter) {
    return parameter.name().equals(PARAMETER)
        && parameter.type().kind() == ParameterType.Kind.JSON
        && !parameter.type().repeated();
  }

  static Map<String, ?> spread(RequestShape shape, Map<String, ?> arguments) {
    Optional<Map<?, ?>> body =
        shape.parameters().stream().anyMatch(WholeBody::is)
            ? object(arguments.get(PARAMETER))
            : Optional.empty();
    if (body.isEmpty()) {
      return arguments;
    }
    Map<String, Object> rest = new LinkedHashMap<>();
    body.get().forEach((name, value) -> rest.put(String.valueOf(name), value));
    Map<String, @Nullable Object> spread = new LinkedHashMap<>(arguments);
    for (RequestShape.Slot slot : shape.slots()) {
      ParameterDescription parameter = slot.parameter();
      if (parameter == null || is(parameter)) {
        continue;
      }
      // Mixpanel's Python client takes names in snake_case also where Mixpanel does not.
      String name =
          rest.containsKey(slot.wireName())
              ? slot.wireName()
              : ResultFields.snakeCase(slot.wireName());
      // A null is a value of Mixpanel's, and an argument that is not given of ours.
      if (rest.get(name) != null) {
        Object value = rest.remove(name);
        boolean byAlias = parameter.alias().filter(alias -> spread.get(alias) != null).isPresent();
        if (spread.get(parameter.name()) == null && !byAlias) {
          spread.put(parameter.name(), value);
        }
      }
    }
    spread.put(PARAMETER, rest.isEmpty() ? null : new Json(ResultJson.text(rest)));
    return spread;
  }

  private static Optional<Map<?, ?>> object(@Nullable Object given) {
    Object value = given instanceof Json json ? json.text() : given;
    if (value instanceof String text) {
      value = JsonText.parse(text).orElse(null);
    }
    return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
  }
}
