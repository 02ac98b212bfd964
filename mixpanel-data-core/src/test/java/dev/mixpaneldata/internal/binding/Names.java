package dev.mixpaneldata.internal.binding;

import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.stream.Stream;

/** The names of a request's parameters, for tests of other packages. */
public final class Names {
  private Names() {}

  public static List<String> all(Class<?> request) {
    return parameters(request).map(ParameterDescription::name).toList();
  }

  public static List<String> required(Class<?> request) {
    return parameters(request)
        .filter(ParameterDescription::required)
        .map(ParameterDescription::name)
        .toList();
  }

  private static Stream<ParameterDescription> parameters(Class<?> request) {
    return RequestShape.of(request).parameters().stream();
  }
}
