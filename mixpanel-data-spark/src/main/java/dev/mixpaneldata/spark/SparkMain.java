package dev.mixpaneldata.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.ReportTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Answers one report on a cluster; {@code spark-submit} starts it.
 *
 * <pre>spark-submit --class dev.mixpaneldata.spark.SparkMain … --lake URI --report NAME
 *     --request FILE|-|JSON --output FILE|-</pre>
 *
 * <p>The request is a JSON object with the parameters of the report's operation, and {@code
 * timezone}, {@code cohort} and {@code gaps} where a report on a local table takes them. The result
 * is the JSON that {@code mp} writes. Warnings go to standard error. A failure is one line there,
 * and the exit status is that of {@code mp}.
 */
public final class SparkMain {
  private static final Set<String> OPTIONS = Set.of("lake", "report", "request", "output");

  private SparkMain() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    int status = 0;
    try {
      run(options(arguments));
    } catch (MixpanelDataException e) {
      System.err.println("Error [" + e.code() + "]: " + e.getMessage());
      e.hint().ifPresent(hint -> System.err.println("Hint: " + hint));
      status = e.code().exitStatus();
    }
    if (status != 0) {
      System.exit(status);
    }
  }

  private static void run(Map<String, String> options) {
    Report<?, ?> report = report(required(options, "report"));
    try (SparkSession spark = SparkSession.builder().appName("mixpanel-data").getOrCreate()) {
      ReportResult result =
          answer(spark, required(options, "lake"), report, request(spark, options));
      write(spark, options.getOrDefault("output", "-"), ResultJson.text(result) + "\n");
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The request or the output cannot be reached: " + e.getMessage(),
          "Name files that Spark can reach.",
          e);
    }
  }

  private static <Q extends Record, R extends ReportResult> R answer(
      SparkSession spark, String lake, Report<Q, R> report, Map<String, Object> arguments) {
    ReportTarget target = target(arguments);
    Q request = Binder.bind(report.request(), arguments);
    LocalScope scope = target.scope(new Warnings());
    return SparkReports.over(spark, lake)
        .with(
            s ->
                s.zone(scope.zone())
                    .cohort(scope.cohort())
                    .gaps(scope.gaps())
                    .listener(scope.listener()))
        .answer(report, request);
  }

  /** Takes what chooses events and users out of the arguments of the report. */
  private static ReportTarget target(Map<String, Object> arguments) {
    Map<String, Object> taken = new HashMap<>();
    for (String name : List.of("timezone", "cohort", "gaps")) {
      Object value = arguments.remove(name);
      if (value != null) {
        taken.put(name, value);
      }
    }
    return ReportTarget.of(taken, UnaryOperator.identity());
  }

  private static Report<?, ?> report(String name) {
    return Report.all().stream()
        .filter(report -> report.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                MixpanelDataException.invalidArgument(
                    name == null ? "--report is missing." : "There is no report '" + name + "'.",
                    "The reports are "
                        + String.join(", ", Report.all().stream().map(Report::id).toList())
                        + "."));
  }

  private static Map<String, Object> request(SparkSession spark, Map<String, String> options)
      throws IOException {
    String given = required(options, "request").strip();
    String json = given.startsWith("{") ? given : read(spark, given);
    try {
      Map<String, Object> arguments = new HashMap<>();
      Mappers.json()
          .readTree(json)
          .properties()
          .forEach(
              field ->
                  arguments.put(
                      field.getKey(), Mappers.json().convertValue(field.getValue(), Object.class)));
      return arguments;
    } catch (JsonProcessingException e) {
      throw MixpanelDataException.invalidArgument(
          "The request is not JSON: " + e.getOriginalMessage(),
          "Write an object such as {\"event\":\"Login\",\"from_date\":\"2026-01-01\","
              + "\"to_date\":\"2026-01-31\"}.");
    }
  }

  private static String read(SparkSession spark, String file) throws IOException {
    if (file.equals("-")) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path path = new Path(file);
    try (InputStream in =
        path.getFileSystem(spark.sparkContext().hadoopConfiguration()).open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(SparkSession spark, String file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (file.equals("-")) {
      System.out.write(bytes);
      System.out.flush();
      return;
    }
    Path path = new Path(file);
    try (OutputStream out =
        path.getFileSystem(spark.sparkContext().hadoopConfiguration()).create(path, true)) {
      out.write(bytes);
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].replaceFirst("^--", "");
      if (!arguments[i].startsWith("--") || !OPTIONS.contains(name)) {
        faults.add("'" + arguments[i] + "' is unknown");
      } else if (i + 1 == arguments.length) {
        faults.add(arguments[i] + " lacks its value");
      } else {
        options.put(name, arguments[i + 1]);
      }
    }
    if (!faults.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          String.join(", ", faults) + ".",
          "Give --lake URI --report NAME --request FILE|-|JSON --output FILE|-.");
    }
    return options;
  }

  private static String required(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) {
      throw MixpanelDataException.invalidArgument(
          "--" + name + " is missing.",
          "Give --lake URI --report NAME --request FILE|-|JSON --output FILE|-.");
    }
    return value;
  }

  /** Shows warnings. */
  private static final class Warnings implements ReportListener {
    @Override
    public void warning(String text) {
      System.err.println("Warning: " + text);
    }

    @Override
    public void cohort(long users) {
      System.err.println("The cohort has " + users + " users.");
    }
  }
}
