package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.http.StreamedAnswer;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.internal.app.SignedStorage;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Lookup tables (app API, undocumented; as Mixpanel's Python client calls it). They are uploaded in
 * three steps: an address is asked for, the file is sent there, and the table is registered.
 */
public final class ManagedLookupTables {
  private static final String ALL = "/{scope}/data-definitions/lookup-tables/";
  private static final String ID = "data-group-id";

  /** In bytes. What is larger is streamed. */
  private static final int LARGEST_IN_MEMORY = 10_000_000;

  /** In bytes. An error is far shorter. */
  private static final int LARGEST_ERROR = 8192;

  private final MixpanelHttp http;
  private final AppClient client;
  private final Pacer pacer;

  /**
   * Creates a client over this HTTP client.
   *
   * @param pacer pauses between questions whether an upload is processed
   */
  public ManagedLookupTables(MixpanelHttp http, Pacer pacer) {
    this.http = http;
    this.client = new AppClient(http);
    this.pacer = pacer;
  }

  /** Returns the tables that match. */
  public List<LookupTable> list(LookupTableListRequest request) {
    return client.list(
        LookupTable.class,
        Call.get(ApiFamily.APP, ALL).parameter(ID, request.dataGroupId().orElse(null)));
  }

  /**
   * Checks a CSV file, uploads it, and waits until Mixpanel has made a table of it. The file is
   * sent straight from the disk.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the file cannot become a table;
   *     {@code QUERY_FAILED} if Mixpanel cannot process it; {@code TIMEOUT} if it takes too long
   */
  public RegisteredLookupTable upload(UploadLookupTable request) {
    CsvFile.check(request.file());
    LookupTableUploadUrl place = uploadUrl(UploadUrlRequest.of());
    SignedStorage.put(
        place.url(), http.endpoints().override(), UploadUrlRequest.CSV, request.file());
    RegisteredLookupTable registered =
        register(
            RegisterLookupTable.of(request.name(), place.key())
                .with(r -> r.path(place.path()).dataGroupId(request.dataGroupId())));
    return registered.uploadId().isPresent()
        ? new UploadWait(this, pacer).until(registered)
        : registered;
  }

  /** Returns a place to which a file can be sent for a short time. */
  public LookupTableUploadUrl uploadUrl(UploadUrlRequest request) {
    Call call =
        Call.get(ApiFamily.APP, ALL + "upload-url/")
            .parameter("content-type", request.contentType());
    LookupTableUploadUrl place = client.read(LookupTableUploadUrl.class, call);
    if (!place.url().isEmpty() && !place.url().contains("://")) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE, "Mixpanel's upload address is not a URL.", "Try again later.");
    }
    return place;
  }

  /** Makes a table of a file that was sent to an upload address. */
  public RegisteredLookupTable register(RegisterLookupTable request) {
    Call call = Call.post(ApiFamily.APP, ALL);
    for (Map.Entry<String, Object> field : BodyFields.of(request).entrySet()) {
      call = call.field(field.getKey(), field.getValue());
    }
    return client.change(RegisteredLookupTable.class, call);
  }

  /** Returns how far Mixpanel is with an upload. */
  public LookupUploadStatus uploadStatus(String uploadId) {
    return client.read(
        LookupUploadStatus.class,
        Call.get(ApiFamily.APP, ALL + "upload-status/").parameter("upload-id", uploadId));
  }

  /** Renames a table. */
  public LookupTable update(UpdateLookupTable request) {
    return client.change(
        LookupTable.class, Call.patch(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Deletes tables in one call. */
  public List<ChangeReceipt> delete(LookupTableIdsRequest request) {
    return client.deleteAll(
        request.dataGroupIds(),
        Call.delete(ApiFamily.APP, ALL).json(Map.of("data-group-ids", request.dataGroupIds())),
        Call.get(ApiFamily.APP, ALL));
  }

  /** Returns an address from which the CSV of a table can be fetched for a short time. */
  public LookupTableDownloadUrl downloadUrl(long id) {
    return new LookupTableDownloadUrl(
        client.text(Call.get(ApiFamily.APP, ALL + "download-url/").parameter(ID, id)));
  }

  /**
   * Returns the rows of a table in memory. For large tables, read {@link #open} instead.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if they are too many for that
   */
  public LookupTableCsv download(DownloadLookupTable request) {
    try (InputStream rows = open(request)) {
      byte[] bytes = rows.readNBytes(LARGEST_IN_MEMORY + 1);
      if (bytes.length > LARGEST_IN_MEMORY) {
        throw new MixpanelDataException(
            ErrorCode.BAD_RESPONSE,
            "The lookup table has more than " + LARGEST_IN_MEMORY + " bytes.",
            "Limit the number of rows, or write them to a file.");
      }
      return new LookupTableCsv(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /**
   * Returns the CSV of a table as it arrives. Close the stream, read or not.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if Mixpanel answers with an error
   */
  public InputStream open(DownloadLookupTable request) {
    StreamedAnswer answer = http.open(downloadCall(request));
    try {
      InputStream body = answer.body();
      InputStream plain = answer.contentEncoding().isPresent() ? new GZIPInputStream(body) : body;
      return new AnswerBody(refusingErrors(plain), answer);
    } catch (IOException e) {
      answer.close();
      throw broken(e);
    } catch (MixpanelDataException e) {
      answer.close();
      throw e;
    }
  }

  /** Mixpanel may send an error as a success, where the CSV should begin. */
  private static InputStream refusingErrors(InputStream body) throws IOException {
    BufferedInputStream rows = new BufferedInputStream(body, LARGEST_ERROR);
    rows.mark(LARGEST_ERROR);
    String start = new String(rows.readNBytes(LARGEST_ERROR), StandardCharsets.UTF_8);
    rows.reset();
    String error = start.startsWith("{") ? Mappers.read(start).path("error").asText() : "";
    if (!error.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "Mixpanel does not send the lookup table: " + Visible.line(error), "Check the id.");
    }
    return rows;
  }

  private static MixpanelDataException broken(IOException e) {
    return new MixpanelDataException(
        ErrorCode.NETWORK_ERROR, "The lookup table broke off.", "Try again.", e);
  }

  /** The body of an answer, whose end frees the answer's connection. */
  private static final class AnswerBody extends FilterInputStream {
    private final StreamedAnswer answer;

    AnswerBody(InputStream body, StreamedAnswer answer) {
      super(body);
      this.answer = answer;
    }

    @Override
    public void close() {
      answer.close();
    }
  }

  private static Call downloadCall(DownloadLookupTable request) {
    return Call.get(ApiFamily.APP, ALL + "download/")
        .parameter(ID, request.dataGroupId())
        .parameter("file-name", request.fileName().orElse(null))
        .parameter("limit", request.limit().orElse(null))
        .expectText();
  }
}
