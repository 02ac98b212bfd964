package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.mcp.picture.ChartImage;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import java.util.Map;

/** The picture that a call may ask for beside the numbers. */
final class Drawing {
  /** Asks for a picture. */
  static final String ARGUMENT = Tool.CHART;

  private Drawing() {}

  static Map<String, Object> schema() {
    return Schemas.flag("Draw it as well");
  }

  /** Takes the wish out of a call's arguments. */
  static boolean takeFrom(Map<String, Object> arguments) {
    String given = String.valueOf(arguments.remove(ARGUMENT));
    return switch (given) {
      case "true" -> true;
      case "false", "null" -> false;
      default ->
          throw MixpanelDataException.invalidArgument(
              "The value '" + Visible.line(given) + "' of chart is neither true nor false.",
              "Write chart: true.");
    };
  }

  /** Adds the picture to an answer. */
  static ToolAnswer added(ToolAnswer answer, Chart chart) {
    String lacking = ChartImage.lackingFont(chart).map(sentence -> "\n" + sentence).orElse("");
    return ChartImage.png(chart)
        .map(png -> answer.with(lacking, answer.about()).withPicture(png))
        .orElse(answer);
  }
}
