/**
 * On a page without a calculator: loads the page of the address when Back or Forward leads to one that soft navigation had
 * put into this tab. No script of this page could show it, since the page itself was loaded after that.
 */
{
  const shown = location.pathname;
  addEventListener("popstate", () => {
    if (location.pathname !== shown) location.reload();
  });
}
