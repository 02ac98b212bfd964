package dev.mixpaneldata.http;

/** A call on the wire, as errors may name it. The address holds no secret. */
record Sent(Call call, String url) {
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
