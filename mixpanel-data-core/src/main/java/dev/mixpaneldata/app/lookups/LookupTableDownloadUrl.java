package dev.mixpaneldata.app.lookups;

/**
 * An address from which the CSV of a lookup table can be fetched for a short time.
 *
 * @param url the signed address, which needs no credentials
 */
public record LookupTableDownloadUrl(String url) {
  /** Returns the type alone: the signed address is as good as a password. */
  @Override
  public String toString() {
    return "LookupTableDownloadUrl[]";
  }
}
