package dev.mixpaneldata.lake;

import dev.mixpaneldata.error.MixpanelDataException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a lake holds: the content of its {@value LakeLayout#MANIFEST}. Files that it does not list
 * are of an interrupted write and do not count.
 *
 * @param source the events that the lake is for
 * @param columns the properties with typed columns, of all files together
 * @param days the days that were written, in their order
 */
public record LakeManifest(
    LakeSource source, List<LakeColumn> columns, NavigableMap<LocalDate, LakeDay> days) {
  /** The version that this release writes, and the greatest that it reads. */
  public static final int VERSION = 1;

  public LakeManifest {
    columns = List.copyOf(columns);
    days =
        Collections.unmodifiableNavigableMap(new TreeMap<>((SortedMap<LocalDate, LakeDay>) days));
  }

  /** Creates the manifest of a lake that has no days yet. */
  public static LakeManifest empty(LakeSource source) {
    return new LakeManifest(source, List.of(), new TreeMap<>());
  }

  /**
   * Reads a manifest.
   *
   * @param json the content of the file
   * @param place the place of the lake, to name it in errors
   * @throws MixpanelDataException {@code STORAGE_FAILED} for a newer version, and for what is not a
   *     manifest
   */
  public static LakeManifest parse(String json, String place) {
    return ManifestJson.read(json, place);
  }

  /** Returns the content of the file. */
  public String json() {
    return ManifestJson.write(this);
  }

  /** Returns the number of events. */
  public long rows() {
    return days.values().stream().mapToLong(LakeDay::rows).sum();
  }

  /** Returns the bytes of all files. */
  public long bytes() {
    return days.values().stream().mapToLong(LakeDay::bytes).sum();
  }

  /** Returns this manifest with a new or another content of a day. */
  LakeManifest with(LocalDate day, LakeDay content, List<LakeColumn> written) {
    NavigableMap<LocalDate, LakeDay> changed = new TreeMap<>((SortedMap<LocalDate, LakeDay>) days);
    changed.put(day, content);
    return new LakeManifest(source, union(written), changed);
  }

  private List<LakeColumn> union(List<LakeColumn> written) {
    SortedMap<String, LakeColumn> all =
        columns.stream()
            .collect(Collectors.toMap(LakeColumn::name, c -> c, LakeColumn::with, TreeMap::new));
    written.forEach(column -> all.merge(column.name(), column, LakeColumn::with));
    return List.copyOf(all.values());
  }
}
