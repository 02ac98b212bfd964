package dev.mixpaneldata.http;

import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.UnreachableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** The errors of calls whose answer did not come, or came in part. */
final class NetworkErrors {
  private final Redactor redactor;

  NetworkErrors(Redactor redactor) {
    this.redactor = redactor;
  }

  /** Returns the failure that an exception of the JDK's client stands for. */
  AttemptFailure map(SentCall sent, IOException error) {
    if (isInterruption(error)) {
      return failure(FailureKind.FINAL, interrupted(error));
    }
    if (error instanceof HttpConnectTimeoutException) {
      return failure(
          FailureKind.NOT_SENT,
          unreachable(
              sent, ErrorCode.TIMEOUT, "No connection to " + sent.host() + " in time", error));
    }
    if (error instanceof HttpTimeoutException) {
      String message = sent.host() + " did not answer within " + text(sent.call().answerTimeout());
      String hint = "Request less at once: fewer days or segments. Mixpanel may also be slow now.";
      return failure(
          FailureKind.TOO_SLOW, error(sent, ErrorCode.TIMEOUT, message, hint, null, error));
    }
    if (error instanceof ConnectException) {
      return failure(
          FailureKind.NOT_SENT,
          unreachable(sent, ErrorCode.NETWORK_ERROR, "Cannot connect to " + sent.host(), error));
    }
    if (error instanceof SSLHandshakeException) {
      // Repeating would meet the same certificate.
      String message = "No trusted connection to " + sent.host();
      return failure(FailureKind.FINAL, unreachable(sent, ErrorCode.NETWORK_ERROR, message, error));
    }
    if (error instanceof ZipException) {
      String message = "The answer of " + sent.host() + " is damaged";
      return failure(FailureKind.BROKEN, error(sent, ErrorCode.BAD_RESPONSE, message, error));
    }
    return failure(FailureKind.BROKEN, broken(sent, error));
  }

  /** Returns the error of a connection that broke while the body was read. */
  MixpanelDataException broken(SentCall sent, Throwable error) {
    if (isInterruption(error)) {
      return interrupted(error);
    }
    return error(
        sent, ErrorCode.NETWORK_ERROR, "The connection to " + sent.host() + " broke", error);
  }

  /** Returns the error of a body that stopped arriving. */
  MixpanelDataException stalled(SentCall sent) {
    String message =
        "The answer of " + sent.host() + " paused longer than " + text(sent.call().idleTimeout());
    return error(sent, ErrorCode.TIMEOUT, message, null);
  }

  MixpanelDataException interrupted(@Nullable Throwable cause) {
    Throwable shown = cause == null ? null : redactor.clean(cause);
    return new MixpanelDataException(
        ErrorCode.INTERRUPTED, "Interrupted while calling Mixpanel.", null, shown);
  }

  private static boolean isInterruption(Throwable error) {
    return Thread.currentThread().isInterrupted()
        || error.getCause() instanceof InterruptedException;
  }

  private UnreachableException unreachable(
      SentCall sent, ErrorCode code, String message, Throwable cause) {
    return new UnreachableException(error(sent, code, message, cause));
  }

  private ApiException error(
      SentCall sent, ErrorCode code, String message, @Nullable Throwable cause) {
    String reason = cause == null ? null : cause.getMessage();
    String hint = "Check the network, a proxy in between, and status.mixpanel.com.";
    return error(sent, code, message, hint, reason, cause);
  }

  private ApiException error(
      SentCall sent,
      ErrorCode code,
      String message,
      String hint,
      @Nullable String reason,
      @Nullable Throwable cause) {
    return new ApiException(
        code,
        redactor.clean(reason == null ? message : message + ": " + reason) + ".",
        sent.call().isIdempotent()
            ? hint
            : "The change may have been carried out. Check before you repeat it.",
        0,
        sent.method(),
        sent.url(),
        "",
        cause == null ? null : redactor.clean(cause));
  }

  private static AttemptFailure failure(FailureKind kind, MixpanelDataException error) {
    return new AttemptFailure(kind, error, null);
  }

  private static String text(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }
}
