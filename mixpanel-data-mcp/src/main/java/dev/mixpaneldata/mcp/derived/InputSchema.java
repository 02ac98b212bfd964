package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.StoreOperations;
import dev.mixpaneldata.mcp.schema.ObjectSchema;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.ParameterType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The schema of an operation's arguments. */
final class InputSchema {
  /** Nearly every tool has these two, whose names and formats say the rest. */
  private static final Map<String, String> USUAL_DAYS =
      Map.of(
          "First day, inclusive, yyyy-mm-dd", "", "Last day, inclusive, yyyy-mm-dd", "Inclusive");

  private InputSchema() {}

  /**
   * The arguments of an operation's tool.
   *
   * @param choosesSource whether its calls may say who answers a report
   */
  static ObjectSchema of(
      OperationSpec<?, ?> operation, ArgumentNames names, boolean choosesSource) {
    List<ParameterDescription> parameters = new ArrayList<>(operation.parameters());
    if (choosesSource) {
      parameters.addAll(ReportArguments.shown(operation));
    }
    ObjectSchema schema = of(parameters, names);
    if (operation.effect() == Effect.DESTROY) {
      schema.optional(Consent.CONFIRM, Consent.schema());
    }
    if (operation.result().isCharted() || operation.equals(StoreOperations.SQL)) {
      schema.optional(Drawing.ARGUMENT, Drawing.schema());
    }
    return schema;
  }

  static ObjectSchema of(List<ParameterDescription> parameters, ArgumentNames names) {
    ObjectSchema schema = Schemas.object();
    for (ParameterDescription parameter : parameters) {
      String name = names.published(parameter.name());
      if (parameter.required()) {
        schema.required(name, of(parameter));
      } else {
        schema.optional(name, of(parameter));
      }
    }
    return schema;
  }

  private static Map<String, Object> of(ParameterDescription parameter) {
    ParameterType type = parameter.type();
    String help = parameter.help(ToolWords.ANYWHERE);
    Map<String, Object> schema =
        type.repeated() ? Schemas.listOf(one(type, ""), help) : one(type, help);
    return parameter
        .defaultValue()
        .map(text -> Schemas.withDefault(schema, value(type, text)))
        .orElse(schema);
  }

  private static Map<String, Object> one(ParameterType type, String help) {
    return switch (type.kind()) {
      case TEXT, DURATION, FILE -> Schemas.text(help);
      case INTEGER -> Schemas.integer(help);
      case NUMBER -> Schemas.number(help);
      case BOOLEAN -> Schemas.flag(help);
      case DATE -> Schemas.day(USUAL_DAYS.getOrDefault(help, help));
      case CHOICE -> Schemas.choice(help, type.choices());
      case JSON -> Schemas.anything(help);
    };
  }

  private static Object value(ParameterType type, String text) {
    if (type.repeated()) {
      return Arrays.stream(text.split(",")).map(part -> scalar(type, part)).toList();
    }
    return scalar(type, text);
  }

  private static Object scalar(ParameterType type, String text) {
    return switch (type.kind()) {
      case INTEGER -> Long.valueOf(text);
      case NUMBER -> new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case TEXT, DURATION, DATE, FILE, CHOICE, JSON -> text;
    };
  }
}
