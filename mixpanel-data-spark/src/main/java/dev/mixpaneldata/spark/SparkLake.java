package dev.mixpaneldata.spark;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.lake.LakeColumn;
import dev.mixpaneldata.lake.LakeDay;
import dev.mixpaneldata.lake.LakeLayout;
import dev.mixpaneldata.lake.LakeManifest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A lake that Spark can read.
 *
 * @param place the folder of the lake
 * @param columnsEverywhere the typed columns that all of its files have
 */
record SparkLake(
    SparkSession spark,
    String place,
    LakeManifest manifest,
    Set<String> columnsEverywhere,
    SparkSettings settings) {
  /** The greatest number of tasks that read what columns files have. */
  private static final int MOST_TASKS = 1000;

  private static final int FILES_PER_TASK = 50;

  static SparkLake open(SparkSession spark, String place) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Path path = new Path(new Path(place), LakeLayout.MANIFEST);
    try (InputStream in = path.getFileSystem(hadoop).open(path)) {
      LakeManifest manifest =
          LakeManifest.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), place);
      return new SparkLake(
          spark, place, manifest, everywhere(spark, place, manifest), SparkSettings.of(spark));
    } catch (FileNotFoundException e) {
      throw new MixpanelDataException(
          ErrorCode.INVALID_ARGUMENT,
          "There is no lake in " + place + ": it has no " + LakeLayout.MANIFEST + ".",
          "Name the folder that a lake was written into.",
          e);
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The lake " + place + " cannot be read: " + e.getMessage(),
          "See whether Spark may read it, and has what reads such an address.",
          e);
    }
  }

  /** Returns the files of some days. */
  List<String> files(Collection<LocalDate> days) {
    return days.stream()
        .map(day -> Objects.requireNonNull(manifest.days().get(day)))
        .flatMap(day -> paths(place, day).stream())
        .toList();
  }

  /** Returns the number of events on some days. */
  long rows(Collection<LocalDate> days) {
    return days.stream()
        .mapToLong(day -> Objects.requireNonNull(manifest.days().get(day)).rows())
        .sum();
  }

  private static List<String> paths(String place, LakeDay day) {
    return day.files().stream()
        .map(file -> new Path(new Path(place), file.path()).toString())
        .toList();
  }

  private static Set<String> everywhere(SparkSession spark, String place, LakeManifest manifest) {
    List<String> files =
        manifest.days().values().stream().flatMap(day -> paths(place, day).stream()).toList();
    Set<String> columns = new HashSet<>();
    manifest.columns().stream().map(LakeColumn::name).forEach(columns::add);
    if (columns.isEmpty() || files.isEmpty()) {
      return columns;
    }
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    if (files.size() <= FILES_PER_TASK) {
      files.forEach(file -> columns.retainAll(columns(file, configuration)));
      return columns;
    }
    SerializableConfiguration hadoop = new SerializableConfiguration(configuration);
    int tasks = Math.min(MOST_TASKS, 1 + files.size() / FILES_PER_TASK);
    JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(files, tasks)
        .map(file -> columns(file, hadoop.value()))
        .distinct()
        .collect()
        .forEach(columns::retainAll);
    return columns;
  }

  private static Set<String> columns(String file, Configuration hadoop) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file), hadoop))) {
      Set<String> names = new HashSet<>();
      for (Type field : reader.getFileMetaData().getSchema().getFields()) {
        names.add(field.getName());
      }
      return names;
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The file " + file + " of the lake cannot be read: " + e.getMessage(),
          "Write its day again.",
          e);
    }
  }
}
