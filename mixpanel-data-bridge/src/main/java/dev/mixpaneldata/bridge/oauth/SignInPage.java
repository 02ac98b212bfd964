package dev.mixpaneldata.bridge.oauth;

/** What the browser shows at the end: plain, without a script, and nothing of the request. */
final class SignInPage {
  private SignInPage() {}

  static String of(boolean ours, boolean granted) {
    if (!ours) {
      return page("Nothing here", "This address only ends a sign-in.");
    }
    return granted
        ? page("Signed in", "You can close this page and go back to the terminal.")
        : page("Not signed in", "No access was granted. The terminal says more.");
  }

  private static String page(String title, String text) {
    return """
    <!doctype html>
    <html lang="en"><meta charset="utf-8"><title>%s</title>
    <style>
    :root { color-scheme: light dark }
    body { font: 18px/1.5 system-ui, sans-serif; margin: 20vh auto; max-width: 32em; padding: 0 1em }
    </style>
    <h1>%s</h1>
    <p>%s</p>
    </html>
    """
        .formatted(title, title, text);
  }
}
