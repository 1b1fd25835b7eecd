"""A small web of pages."""

import asyncio

SECONDS = 0.5  # for each page
SLOW = {}  # pages that take other times
LINKS = {"home": ["shop", "blog", "about"], "shop": ["cart", "home"], "blog": ["post", "about"], "about": [], "cart": ["shop"], "post": ["blog", "home"]}


async def links_of(page):
    """Visits a page; returns its links."""
    await asyncio.sleep(SLOW.get(page, SECONDS))
    return LINKS[page]
