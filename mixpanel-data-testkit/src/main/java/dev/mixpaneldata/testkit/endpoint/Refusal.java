package dev.mixpaneldata.testkit.endpoint;

/** A request which is answered with an error, in the shape of its family. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  /** With a status of 4xx or 5xx and the text which the client gets. */
  public Refusal(int status, String text) {
    super(text);
    this.status = status;
  }

  /** 400. */
  static Refusal badRequest(String text) {
    return new Refusal(400, text);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The text which the client gets. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
