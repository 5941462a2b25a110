import { createContext } from 'svelte'
import type { Thread } from './thread.svelte'

/** The ticket that is open around a part of the page. */
export const [openThread, setOpenThread] = createContext<Thread>()
