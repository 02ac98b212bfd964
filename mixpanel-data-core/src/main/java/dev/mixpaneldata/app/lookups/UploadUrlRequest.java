package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/** A place to which a file can be sent. */
@WithBuilder
public record UploadUrlRequest(
    @Param(help = "Content type of the file", defaultValue = UploadUrlRequest.CSV)
        String contentType)
    implements UploadUrlRequestBuilder.With {
  /** The content type of lookup tables. */
  static final String CSV = "text/csv";

  /** Returns a place for a CSV file. */
  public static UploadUrlRequest of() {
    return new UploadUrlRequest(CSV);
  }
}
