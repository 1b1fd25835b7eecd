import asyncio
import maths
