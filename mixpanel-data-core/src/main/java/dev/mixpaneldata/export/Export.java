package dev.mixpaneldata.export;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.export.ExportBody;
import dev.mixpaneldata.internal.gzip.StrictGzipInputStream;
import dev.mixpaneldata.internal.line.LineReader;
import dev.mixpaneldata.profile.Profile;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.profile.Profiles;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Events and profiles as streams, without a table. Streams are lazy, take constant memory and hold
 * a connection; close them.
 */
public final class Export {
  private final MixpanelHttp http;
  private final Function<DateRange, Optional<ZoneId>> projectZone;

  /**
   * Makes exports over this HTTP client.
   *
   * @param projectZone returns the zone into which times of these days are shifted
   */
  public Export(MixpanelHttp http, Function<DateRange, Optional<ZoneId>> projectZone) {
    this.http = http;
    this.projectZone = projectZone;
  }

  /**
   * Returns the events as they arrive, in Mixpanel's order, duplicates included. A line that cannot
   * be an event and an incomplete answer end the stream with {@code EXPORT_INCOMPLETE}: events are
   * then missing. A fetch into a table repairs such answers; a stream cannot.
   */
  public Stream<Event> events(ExportQuery query) {
    return lines(query, new EventDecoder(projectZone.apply(query.range()))::decode);
  }

  /**
   * Returns the events as lines of JSON, {@code {"event":…,"properties":{…}}}, exactly as they were
   * sent; otherwise as {@link #events}.
   */
  public Stream<String> rawEvents(ExportQuery query) {
    return lines(query, new EventDecoder(Optional.empty())::text);
  }

  /** Returns the profiles page by page; each page is one query of the hour's budget. */
  public Stream<Profile> profiles(ProfileQuery query) {
    return new Profiles(http).stream(query);
  }

  private <T> Stream<T> lines(ExportQuery query, EventLines.Decoder<T> decoder) {
    ExportBody body = ExportBody.open(http, query.call());
    try {
      InputStream plain = body.gzip() ? new StrictGzipInputStream(body.stream()) : body.stream();
      EventLines<T> lines = new EventLines<>(new LineReader(plain), decoder);
      return StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED | Spliterator.NONNULL),
              false)
          .onClose(lines::close);
    } catch (RuntimeException e) {
      closeAfter(body, e);
      throw e;
    }
  }

  private static void closeAfter(ExportBody body, RuntimeException failure) {
    try {
      body.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  static MixpanelDataException incomplete(String how, @Nullable Exception cause) {
    return new MixpanelDataException(
        ErrorCode.EXPORT_INCOMPLETE,
        "The export arrived incomplete: " + how + ".",
        "Try again, or fetch into a table: a fetch repeats the parts that are incomplete.",
        cause);
  }
}
