package dev.mixpaneldata.http;

/** The bytes that a call sends, and what they are. The array is shared, not copied. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; bodies may be ten megabytes.
record RequestBody(String contentType, byte[] bytes) {}
