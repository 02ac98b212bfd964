package dev.mixpaneldata.app.pipelines;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A new pipeline.
 *
 * @param fromDate the first day, in the time zone of the project
 * @param target the fields that the type needs; {@link PipelineType#required()} lists those without
 *     which Mixpanel refuses, and Mixpanel's reference of data pipelines all of them
 * @param toDate the last day; empty for an export without an end
 * @param events their names; empty for all
 */
@WithBuilder
public record CreatePipeline(
    @Param(help = "Where the data goes, and whether with a schema") PipelineType type,
    @Param(help = "First day, at most six months ago") LocalDate fromDate,
    @Param(help = "The target: a JSON object with bucket, region, role or what else the type needs")
        Json target,
    @Param(help = "Last day; the export has no end unless given") Optional<LocalDate> toDate,
    @Param(help = "How often it exports, if it has no end") Optional<PipelineFrequency> frequency,
    @Param(help = "What is exported", defaultValue = "events") PipelineSource dataSource,
    @Param(help = "Events to export; all unless given") List<String> events,
    @Param(help = "Expression that exported events fulfil") Optional<String> where,
    @Param(help = "Format of the files") Optional<PipelineFormat> dataFormat,
    @Param(help = "Tables, of a type with a schema; monoschema unless given")
        Optional<PipelineSchema> schemaType,
    @Param(help = "Make a trial of thirty days") boolean trial)
    implements CreatePipelineBuilder.With {
  public CreatePipeline {
    events = List.copyOf(events);
    boolean raw = !type.hasSchema();
    if (raw && dataSource != PipelineSource.EVENTS) {
      throw refused("exports events alone");
    }
    if (raw && dataFormat.filter(PipelineFormat.PARQUET::equals).isPresent()) {
      throw refused("writes JSON alone");
    }
    if (raw && schemaType.isPresent()) {
      throw refused("makes no tables");
    }
    if (toDate.filter(fromDate::isAfter).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The last day " + toDate.get() + " is before the first day " + fromDate + ".",
          "Exchange them.");
    }
    if (toDate.isPresent() && frequency.isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "A pipeline with a last day has no frequency.", "Leave one of them out.");
    }
  }

  private static MixpanelDataException refused(String why) {
    return MixpanelDataException.invalidArgument(
        "A pipeline without a schema " + why + ".", "Choose a type with a schema.");
  }

  /** Returns a pipeline of all events without an end. */
  public static CreatePipeline of(PipelineType type, LocalDate fromDate, Json target) {
    return CreatePipelineBuilder.builder()
        .type(type)
        .fromDate(fromDate)
        .target(target)
        .dataSource(PipelineSource.EVENTS)
        .events(List.of())
        .build();
  }
}
