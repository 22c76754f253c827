/**
 * On a page without a calculator: reloads if Back or Forward leads to a page that soft navigation had put into this
 * tab. This page was loaded in full after that one, so no script here can show it.
 */
{
  const shown = location.pathname;
  addEventListener("popstate", () => {
    if (location.pathname !== shown) location.reload();
  });
}
