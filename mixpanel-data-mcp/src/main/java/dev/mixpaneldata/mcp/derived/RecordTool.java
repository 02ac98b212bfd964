package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.mcp.schema.ObjectSchema;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolBuilder;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A tool written by hand whose arguments are a record of parameters, like those of an operation:
 * described, checked and given defaults in the same way.
 */
public final class RecordTool {
  private RecordTool() {}

  /** A tool that runs with the record. */
  public static <Q extends Record> Tool of(
      String name,
      String description,
      Class<Q> arguments,
      UnaryOperator<ToolBuilder> details,
      BiFunction<Q, ToolCall, ToolAnswer> action) {
    ObjectSchema schema = input(name, Binder.parameters(arguments));
    return details
        .apply(Tool.named(name).description(description).input(schema))
        .runs(
            call -> {
              Map<String, Object> given = OwnArguments.understood(name, call.arguments());
              return action.apply(Binder.bind(arguments, given), call);
            });
  }

  /** The schema of such a tool's arguments. */
  public static ObjectSchema input(String name, List<ParameterDescription> parameters) {
    return OwnArguments.addTo(InputSchema.of(parameters, ArgumentNames.of(name)), name);
  }

  /** Says what such a tool answers with. */
  public static UnaryOperator<ToolBuilder> answering(
      ResultType<?> type, UnaryOperator<ToolBuilder> details) {
    return builder -> details.apply(builder.output(OutputSchema.of(type)));
  }
}
