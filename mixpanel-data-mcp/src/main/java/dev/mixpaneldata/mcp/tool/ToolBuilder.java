package dev.mixpaneldata.mcp.tool;

import dev.mixpaneldata.mcp.schema.ObjectSchema;
import dev.mixpaneldata.mcp.schema.Schemas;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A builder of a {@link Tool}. By default the tool only reads Mixpanel, and is not cached. */
public final class ToolBuilder {
  private final String name;
  private String title = "";
  private String description = "";
  private Map<String, Object> input = Schemas.object().build();
  private Optional<Map<String, Object>> output = Optional.empty();
  private ToolHints hints = ToolHints.READS_MIXPANEL;
  private Toolset toolset = Toolset.REPORTS;
  private ToolKind tier = ToolKind.SINGLE;
  private TableEffect touch = TableEffect.NONE;
  private Duration timeout = Tool.USUAL_TIMEOUT;

  ToolBuilder(String name) {
    this.name = name;
  }

  /** Sets the name for people; by default it is made of the name. */
  public ToolBuilder title(String text) {
    this.title = text;
    return this;
  }

  /** Sets the description, for the assistant that chooses. */
  public ToolBuilder description(String text) {
    this.description = text;
    return this;
  }

  /** Sets the schema of the arguments. */
  public ToolBuilder input(ObjectSchema schema) {
    this.input = schema.build();
    return this;
  }

  /** Sets the schema of the structured answer. */
  public ToolBuilder output(ObjectSchema schema) {
    this.output = Optional.of(schema.build());
    return this;
  }

  /** Sets the schema of the structured answer; empty if answers have no fixed form. */
  public ToolBuilder output(Optional<Map<String, Object>> schema) {
    this.output = schema;
    return this;
  }

  /** Sets the effects of a call. */
  public ToolBuilder hints(ToolHints value) {
    this.hints = value;
    return this;
  }

  /** Sets the group, and how much happens in one call. */
  public ToolBuilder in(Toolset group, ToolKind howMuch) {
    this.toolset = group;
    this.tier = howMuch;
    return this;
  }

  /** Sets the effect on local tables. */
  public ToolBuilder touches(TableEffect value) {
    this.touch = value;
    return this;
  }

  /** Sets the time after which a call is given up. */
  public ToolBuilder timeout(Duration value) {
    this.timeout = value;
    return this;
  }

  /** Returns the tool with this handler. */
  public Tool runs(ToolHandler handler) {
    return new Tool(
        name,
        title.isEmpty() ? Titles.of(name) : title,
        description,
        input,
        output,
        hints,
        toolset,
        tier,
        touch,
        timeout,
        handler);
  }
}
