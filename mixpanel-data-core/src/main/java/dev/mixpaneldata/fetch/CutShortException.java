package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import org.jspecify.annotations.Nullable;

/** The error of an export answer that did not arrive completely; another attempt may help. */
final class CutShortException extends MixpanelDataException {
  private static final long serialVersionUID = 1L;

  CutShortException(String how) {
    this(how, null);
  }

  CutShortException(String how, @Nullable Throwable cause) {
    super(ErrorCode.EXPORT_INCOMPLETE, how, null, cause);
  }
}
