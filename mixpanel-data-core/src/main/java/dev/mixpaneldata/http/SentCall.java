package dev.mixpaneldata.http;

/**
 * A call on the wire, as errors may name it.
 *
 * @param host host and port
 * @param url the address, without secrets
 */
record SentCall(Call call, String host, String url) {
  String method() {
    return call.method();
  }

  ApiFamily family() {
    return call.family();
  }

  /** Method and path without parameters: what logs and messages show. */
  String label() {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return method() + " " + path;
  }
}
