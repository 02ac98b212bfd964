package dev.mixpaneldata.http;

/**
 * A call that was sent, in a form that errors may show.
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

  /** Returns the method and the path without parameters, for logs and messages. */
  String label() {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return method() + " " + path;
  }
}
