package dev.mixpaneldata.http;

/** The bytes that a call sends, with their content type. The array is shared, not copied. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; bodies may be ten megabytes.
record RequestBody(String contentType, byte[] bytes) {}
