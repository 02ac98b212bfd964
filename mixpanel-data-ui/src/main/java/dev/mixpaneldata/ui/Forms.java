package dev.mixpaneldata.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.catalogue.FetchOperations;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.error.Vocabulary;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.report.ReportTarget;
import java.util.List;
import java.util.stream.Stream;

/** The forms of the page, made of the operations that commands and tools are made of. */
final class Forms {
  private static final Vocabulary NAMELESS = reference -> java.util.Optional.empty();

  private Forms() {}

  static List<OperationSpec<?, ?>> reports() {
    return Operations.all().stream().filter(o -> o.is(Trait.REPORT)).toList();
  }

  static ObjectNode json() {
    ObjectNode node = Mappers.json().createObjectNode();
    ArrayNode reports = node.putArray("reports");
    reports().forEach(o -> reports.add(form(o)));
    ArrayNode fetches = node.putArray("fetches");
    Stream.of(
            FetchOperations.FETCH_EVENTS,
            FetchOperations.SYNC_TABLE,
            FetchOperations.FETCH_PROFILES)
        .forEach(o -> fetches.add(form(o.spec())));
    node.set("target", parameters(Binder.parameters(ReportTarget.class)));
    return node;
  }

  private static ObjectNode form(OperationSpec<?, ?> operation) {
    ObjectNode form =
        Mappers.json()
            .createObjectNode()
            .put("id", operation.id())
            .put("command", operation.command())
            .put("summary", operation.summary())
            .put("local_only", operation.is(Trait.LOCAL_ONLY));
    form.set("parameters", parameters(operation.parameters()));
    return form;
  }

  private static ArrayNode parameters(List<ParameterDescription> parameters) {
    ArrayNode list = Mappers.json().createArrayNode();
    for (ParameterDescription parameter : parameters) {
      ObjectNode node =
          list.addObject()
              .put("name", parameter.name())
              .put("kind", parameter.type().kind().name().toLowerCase(java.util.Locale.ROOT))
              .put("repeated", parameter.type().repeated())
              .put("required", parameter.required())
              .put("help", parameter.help(NAMELESS));
      parameter.type().choices().forEach(node.withArray("choices")::add);
      parameter.defaultValue().ifPresent(value -> node.put("default", value));
      Pickers.kindOf(parameter).ifPresent(kind -> node.put("picks", kind));
    }
    return list;
  }
}
