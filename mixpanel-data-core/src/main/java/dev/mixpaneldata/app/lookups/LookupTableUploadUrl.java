package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;

/**
 * A place to which a file can be sent by PUT for a short time.
 *
 * @param url the signed address, which needs no credentials
 * @param path the place, as the table is registered with it
 * @param key the key, as the table is registered with it
 */
public record LookupTableUploadUrl(
    String url, String path, String key, @Remaining Map<String, Json> remaining) {
  /** Returns the place without the signed address, which is as good as a password. */
  @Override
  public String toString() {
    return "LookupTableUploadUrl[path=" + path + "]";
  }
}
